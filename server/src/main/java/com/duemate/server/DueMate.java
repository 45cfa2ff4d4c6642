package com.duemate.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server in the roles that {@code duemate.roles} names; ends with one plain line and exit code 1 when it cannot. */
@SpringBootApplication(scanBasePackages = "com.duemate")
public class DueMate {

    public static void main(String[] args) {
        var application = new SpringApplication(DueMate.class);
        application.addListeners(new Preparation());
        try {
            application.run(args);
        } catch (Preparation.Done _) {
            System.exit(0);
        } catch (Throwable failure) {
            System.err.println(StartFailure.lineOf(failure));
            System.exit(1);
        }
    }
}
