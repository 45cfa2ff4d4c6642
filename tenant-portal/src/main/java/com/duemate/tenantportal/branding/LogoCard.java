package com.duemate.tenantportal.branding;

import com.duemate.tenantportal.look.FileDrop;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** The logo as it stands on light and on dark ground, and the place to drop another. */
class LogoCard extends Section {

    private static final int MAX_MEBIBYTES = 2;
    private static final int MAX_BYTES = MAX_MEBIBYTES << 20;

    private final Command onRemove;
    private final Div shown = new Div();
    private final Paragraph refusal = new Paragraph();
    private final FileDrop drop;
    private volatile byte[] arrived = {};

    LogoCard(SerializableConsumer<byte[]> onPicture, Command onRemove) {
        this.onRemove = onRemove;
        addClassName("dm-section");
        var head = new Div(new H2(getTranslation("portalbranding.logo.title")));
        head.addClassName("dm-section__head");
        shown.addClassName("dm-logo");
        refusal.addClassName("dm-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        drop = new FileDrop(
                getTranslation("portalbranding.logo.choose"),
                getTranslation("portalbranding.logo.drop"),
                MAX_MEBIBYTES,
                (_, bytes) -> arrived = bytes.readNBytes(MAX_BYTES + 1),
                ".png",
                ".jpg",
                ".jpeg");
        drop.onTaken(() -> onPicture.accept(arrived));
        drop.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        var card = new Div(shown, drop, refusal);
        card.addClassNames("dm-card", "dm-stack", "dm-stack--fill");
        add(head, card);
    }

    void show(Optional<byte[]> picture, int version) {
        shown.removeAll();
        refusal.setVisible(false);
        picture.ifPresent(png -> {
            var remove = new Button(getTranslation("portalbranding.logo.remove"), _ -> onRemove.execute());
            remove.addThemeName("tertiary");
            shown.add(ground("light", png, version), ground("dark", png, version), remove);
        });
        shown.setVisible(picture.isPresent());
    }

    void refuse(String words) {
        refusal.setText(words);
        refusal.setVisible(true);
    }

    private Div ground(String scheme, byte[] png, int version) {
        var image = new Image(
                DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                                new ByteArrayInputStream(png), "logo-" + version + ".png", "image/png", png.length))
                        .inline(),
                getTranslation("portalbranding.logo.on." + scheme));
        var ground = new Div(image);
        ground.addClassNames("dm-logo__ground", "dm-logo__ground--" + scheme);
        return ground;
    }
}
