package com.duemate.platform.imports.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook.
 *
 * @param name as on its tab
 */
record XlsxTable(Path file, String name, Parts parts, CellFormats formats) implements Table {

    private static final String OFFICE_DOCUMENT = "officeDocument";
    private static final String USUAL_WORKBOOK = "xl/workbook.xml";

    /**
     * Where the parts of the sheet lie in the package.
     *
     * @param strings null when the workbook shares none
     */
    record Parts(String sheet, @Nullable String strings) {}

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public RawRows open(int width, Columns wanted) throws IOException {
        var opened = new XlsxPackage(file);
        SharedStrings strings = null;
        try {
            strings = SharedStrings.read(opened, parts.strings());
            var sheet = opened.part(parts.sheet());
            if (sheet == null) {
                throw new BrokenFile(Reason.DAMAGED_FILE);
            }
            return new XlsxRows(opened, sheet, strings, formats, wanted);
        } catch (IOException | RuntimeException e) {
            if (strings != null) {
                strings.close();
            }
            opened.close();
            throw e;
        }
    }

    /**
     * The sheets a person sees, in their order.
     *
     * @throws BrokenFile when the file is no workbook, or a damaged or hostile one
     */
    static List<XlsxTable> of(Path file) throws IOException {
        try (var opened = new XlsxPackage(file)) {
            var workbook = relations(opened, "").find(OFFICE_DOCUMENT);
            var workbookPart = workbook == null ? USUAL_WORKBOOK : workbook;
            var relations = relations(opened, workbookPart);
            var strings = relations.find("sharedStrings");
            var tables = new ArrayList<XlsxTable>();
            try (var part = opened.part(workbookPart)) {
                if (part == null) {
                    throw new BrokenFile(Reason.NOT_A_TABLE);
                }
                boolean from1904 = false;
                var sheets = new ArrayList<String[]>();
                while (part.toStart() && sheets.size() < Limits.SHEETS) {
                    if (part.starts("workbookPr")) {
                        from1904 = isTrue(part.attribute("date1904"));
                    } else if (part.starts("sheet") && !hidden(part)) {
                        var target = relations.target(part.xml()
                                .getAttributeValue(
                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"));
                        target = target == null ? relations.target(strictId(part)) : target;
                        var name = part.attribute("name");
                        if (target != null) {
                            sheets.add(new String[] {name == null ? "" : name, target});
                        }
                    }
                }
                var formats = CellFormats.read(opened, relations.find("styles"), from1904);
                for (var sheet : sheets) {
                    tables.add(new XlsxTable(file, sheet[0], new Parts(sheet[1], strings), formats));
                }
            }
            return tables;
        }
    }

    private static boolean hidden(XlsxPackage.Part part) {
        var state = part.attribute("state");
        return state != null && !state.equals("visible");
    }

    private static @Nullable String strictId(XlsxPackage.Part part) {
        return part.xml().getAttributeValue("http://purl.oclc.org/ooxml/officeDocument/relationships", "id");
    }

    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static Relations relations(XlsxPackage opened, String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, slash);
        var found = new Relations(new HashMap<>(), new HashMap<>());
        try (var rels = opened.part(folder + "_rels/" + part.substring(slash) + ".rels")) {
            while (rels != null && found.byId.size() < Limits.RELATIONS && rels.toStart()) {
                var id = rels.attribute("Id");
                var type = rels.attribute("Type");
                var target = rels.attribute("Target");
                if (id != null && type != null && target != null && rels.attribute("TargetMode") == null) {
                    var path = target.startsWith("/") ? target.substring(1) : folder + target;
                    found.byId.put(id, path);
                    found.byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), path);
                }
            }
        }
        return found;
    }

    private record Relations(Map<String, String> byId, Map<String, String> byType) {

        @Nullable
        String find(String type) {
            return byType.get(type);
        }

        @Nullable
        String target(@Nullable String id) {
            return id == null ? null : byId.get(id);
        }
    }
}
