package com.duemate.platform.messaging.internal;

class InProcessTransportTest extends TransportContract {

    @Override
    Transport open() {
        return new InProcessTransport();
    }
}
