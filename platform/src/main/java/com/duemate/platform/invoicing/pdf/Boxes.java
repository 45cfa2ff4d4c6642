package com.duemate.platform.invoicing.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Boxes beside or below each other. */
final class Boxes {

    private Boxes() {}

    /** Each as high as the highest. @param shares of the width, one for each box */
    static Box row(float[] shares, Box... boxes) {
        return new Row(shares, List.of(boxes));
    }

    static Box column(List<? extends Box> boxes) {
        return new Column(List.copyOf(boxes));
    }

    static Box column(Box... boxes) {
        return new Column(List.of(boxes));
    }

    private record Column(List<Box> boxes) implements Box {

        @Override
        public float height(float width) {
            float height = 0;
            for (var box : boxes) {
                height += box.height(width);
            }
            return height;
        }

        @Override
        public void draw(PaperPage page, float left, float top, float width, float height) {
            float at = top;
            for (var box : boxes) {
                float own = box.height(width);
                box.draw(page, left, at, width, own);
                at += own;
            }
        }
    }

    private static final class Row implements Box {

        private final float[] shares;
        private final float whole;
        private final List<Box> boxes;

        Row(float[] shares, List<Box> boxes) {
            this.shares = Arrays.copyOf(shares, boxes.size());
            this.boxes = new ArrayList<>(boxes);
            float sum = 0;
            for (float share : this.shares) {
                sum += share;
            }
            whole = sum;
        }

        @Override
        public float height(float width) {
            float height = 0;
            for (int i = 0; i < shares.length; i++) {
                height = Math.max(height, boxes.get(i).height(width * shares[i] / whole));
            }
            return height;
        }

        @Override
        public void draw(PaperPage page, float left, float top, float width, float height) {
            float at = left;
            for (int i = 0; i < shares.length; i++) {
                float own = width * shares[i] / whole;
                boxes.get(i).draw(page, at, top, own, height);
                at += own;
            }
        }
    }
}
