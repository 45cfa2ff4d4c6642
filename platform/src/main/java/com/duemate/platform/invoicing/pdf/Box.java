package com.duemate.platform.invoicing.pdf;

/** A piece of an invoice: as high as what it holds makes it at a given width. */
interface Box {

    float height(float width);

    /** @param height that it has room for, at least its own */
    void draw(PaperPage page, float left, float top, float width, float height);

    /** Nothing. */
    Box EMPTY = new Box() {

        @Override
        public float height(float width) {
            return 0;
        }

        @Override
        public void draw(PaperPage page, float left, float top, float width, float height) {}
    };
}
