package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Lane;

class InProcessTransportTest extends TransportContract {

    @Override
    Transport open() {
        return new InProcessTransport(Lane.EVENTS);
    }
}
