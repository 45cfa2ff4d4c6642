package com.duemate.tenantportal.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** A place to drop one file, or to choose it; what is too large or of another kind is refused before it travels. */
public final class FileDrop extends Upload {

    private static final int MEBI = 1 << 20;

    /** Takes a file while it arrives: in the sender's name, without the session's lock, so it touches no component. */
    @FunctionalInterface
    public interface Arrival extends Serializable {

        void take(String fileName, InputStream bytes) throws IOException;
    }

    /** @param words what to drop here; @param extensions with their dots */
    public FileDrop(String button, String words, int maxMebibytes, Arrival arrival, String... extensions) {
        super((UploadHandler) event -> {
            try (InputStream bytes = event.getInputStream()) {
                arrival.take(event.getFileName(), bytes);
            }
        });
        addClassName("dm-drop");
        setUploadFormat(UploadFormat.RAW);
        setMaxFiles(1);
        setMaxFileSize(maxMebibytes * MEBI);
        setAcceptedFileExtensions(extensions);
        setUploadButton(new Button(button, Sign.UPLOAD.create()));
        setDropLabel(new Span(words));
        setDropLabelIcon(new Span());
        setI18n(texts(maxMebibytes, String.join(", ", extensions)));
    }

    /** Called when a file has been taken, with the session's lock. */
    public FileDrop onTaken(Command listener) {
        getElement().addEventListener("upload-success", _ -> {
            clearFileList();
            listener.execute();
        });
        return this;
    }

    private UploadI18N texts(int maxMebibytes, String kinds) {
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("look.drop.tooBig", maxMebibytes))
                        .setIncorrectFileType(getTranslation("look.drop.otherKind", kinds))
                        .setTooManyFiles(getTranslation("look.drop.tooMany")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("look.drop.connecting"))
                                .setStalled(getTranslation("look.drop.stalled"))
                                .setProcessing(getTranslation("look.drop.processing"))
                                .setHeld(getTranslation("look.drop.connecting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("look.drop.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("look.drop.failed"))
                                .setUnexpectedServerError(getTranslation("look.drop.failed"))
                                .setForbidden(getTranslation("look.drop.failed"))
                                .setFileTooLarge(getTranslation("look.drop.tooBig", maxMebibytes))))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("look.error.again"))
                        .setStart(getTranslation("look.drop.start"))
                        .setRemove(getTranslation("look.drop.remove")))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
    }
}
