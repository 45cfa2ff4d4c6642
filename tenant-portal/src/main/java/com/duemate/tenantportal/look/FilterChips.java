package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ways to see a list, one at a time; the first one added is chosen until another is.
 *
 * @param <T> what a chip stands for
 */
public final class FilterChips<T> extends Div {

    private final Map<T, NativeButton> chips = new LinkedHashMap<>();
    private final Map<T, Span> counts = new LinkedHashMap<>();
    private final SerializableConsumer<T> onChoice;

    /** @param onChoice called when a person chooses another chip, not when a program does */
    public FilterChips(String label, SerializableConsumer<T> onChoice) {
        this.onChoice = onChoice;
        addClassName("dm-filters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    public FilterChips<T> chip(T value, String text) {
        NativeButton chip = new NativeButton();
        chip.addClassName("dm-filter");
        chip.add(new Span(text));
        chip.addClickListener(_ -> {
            if (!isChosen(chip)) {
                choose(value);
                onChoice.accept(value);
            }
        });
        press(chip, chips.isEmpty());
        chips.put(value, chip);
        add(chip);
        return this;
    }

    /** Shows how many the chip would let through. */
    public void count(T value, String formatted) {
        counts.computeIfAbsent(value, this::counter).setText(formatted);
    }

    /** @throws IllegalArgumentException when there is no such chip */
    public void choose(T value) {
        if (!chips.containsKey(value)) {
            throw new IllegalArgumentException("no chip for " + value);
        }
        chips.forEach((other, chip) -> press(chip, other.equals(value)));
    }

    private Span counter(T value) {
        NativeButton chip = chips.get(value);
        if (chip == null) {
            throw new IllegalArgumentException("no chip for " + value);
        }
        Span counter = new Span();
        counter.addClassName("dm-filter__count");
        chip.add(counter);
        return counter;
    }

    private static boolean isChosen(NativeButton chip) {
        return "true".equals(chip.getElement().getAttribute("aria-pressed"));
    }

    private static void press(NativeButton chip, boolean pressed) {
        chip.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
