package com.duemate.customerportal.payerpage;

/** What was wrong with a form. @param reason a text key of the room that refused; @param typed what was typed, to be shown again */
record FormProblem(String form, String reason, String typed) {}
