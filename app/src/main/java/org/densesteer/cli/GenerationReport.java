package org.densesteer.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.densesteer.chat.TemplateVariables;

/**
 * What {@code generate} prints.
 *
 * @param templateVariables what the chat template was given; left out when there is nothing
 * @param arms the answers, baseline first
 */
record GenerationReport(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) TemplateVariables templateVariables,
    List<ArmReport> arms) {}
