package com.duemate.tenantportal.shell;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.ProgressStrip;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Work that goes on, seen from every screen. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@OnRole(ServerRole.TENANT_PORTAL)
class WorkStrip extends Div {

    private final List<LongWork> rooms;
    private final Readers readers;
    private final Pulse pulse = new Pulse(this, this::tick);

    WorkStrip(ObjectProvider<LongWork> rooms, Readers readers, LiveScreens live) {
        this.rooms = rooms.orderedStream().toList();
        this.readers = readers;
        addClassName("dm-shell__work");
        live.follow(this, this::look);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        pulse.stop();
    }

    private void look() {
        if (!tick()) {
            getUI().ifPresent(pulse::start);
        }
    }

    private boolean tick() {
        var running = rooms.stream().flatMap(room -> room.running().stream()).toList();
        removeAll();
        if (!running.isEmpty()) {
            var formats = readers.current().formats();
            for (var work : running) {
                var strip = ProgressStrip.leadingTo(work.route(), work.label());
                strip.update(formats, work.done(), work.total());
                add(strip);
            }
        }
        return running.isEmpty();
    }
}
