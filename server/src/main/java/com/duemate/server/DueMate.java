package com.duemate.server;

public class DueMate {
    public static void main(String[] args) {
        System.out.println("x");
    }
}
