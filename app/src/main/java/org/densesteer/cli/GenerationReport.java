package org.densesteer.cli;

import java.util.List;

/** What {@code generate} prints: the answers, baseline first. */
record GenerationReport(List<ArmReport> arms) {}
