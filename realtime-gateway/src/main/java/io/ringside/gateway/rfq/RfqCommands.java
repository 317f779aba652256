package io.ringside.gateway.rfq;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.gateway.command.Command;
import io.ringside.gateway.command.CommandFeature;
import io.ringside.gateway.command.CommandFields;
import io.ringside.gateway.command.CommandForm;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.Kind;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What may be done with requests for quotes. What deals or ends something counts as a cancel, so that nobody is kept in
 * by the requests and prices that he sent himself.
 */
@Singleton
final class RfqCommands implements CommandFeature {
    private static final String FEATURE = "rfq.";

    static final String REQUEST = FEATURE + "request";
    static final String QUOTE = FEATURE + "quote";
    static final String ACCEPT = FEATURE + "accept";
    static final String PASS = FEATURE + "pass";
    static final String CANCEL = FEATURE + "cancel";

    private static final String REQUEST_ID = "clientRfqId";
    private static final String QUOTE_ID = "clientQuoteId";
    private static final String RESPONSE_ID = "clientResponseId";

    @Override
    public List<CommandForm> forms() {
        return List.of(
                new CommandForm(REQUEST, REQUEST_ID, Kind.RFQ, RfqCommands::request),
                new CommandForm(QUOTE, QUOTE_ID, Kind.RFQ, RfqCommands::quote),
                new CommandForm(ACCEPT, RESPONSE_ID, Kind.CANCEL, RfqCommands::accept),
                new CommandForm(PASS, RESPONSE_ID, Kind.CANCEL, RfqCommands::pass),
                new CommandForm(CANCEL, RESPONSE_ID, Kind.CANCEL, RfqCommands::cancel));
    }

    private static Command request(CommandFields fields, String user) throws Malformed {
        RequestQuotes request = new RequestQuotes(
                fields.id(REQUEST_ID),
                fields.token("account"),
                user,
                fields.token("instrument"),
                fields.constant("side", Side.class),
                fields.decimal("quantity"),
                fields.optionalTokens("counterparties", Rfq.COUNTERPARTIES_MAX),
                fields.number("lifeSeconds", Rfq.LIFE_SECONDS_MIN, Rfq.LIFE_SECONDS_MAX));
        String rfqId = Rfq.idOf(request.account(), request.clientRfqId());
        return command(REQUEST, rfqId, request.account(), request.clientRfqId(), user, request);
    }

    private static Command quote(CommandFields fields, String user) throws Malformed {
        SubmitQuote quote = new SubmitQuote(
                fields.id(QUOTE_ID),
                fields.uuid("rfqId"),
                fields.token("account"),
                user,
                fields.token("instrument"),
                fields.constant("side", Side.class),
                fields.decimal("quantity"),
                fields.decimal("price"));
        return command(QUOTE, quote.rfqId(), quote.account(), quote.clientQuoteId(), user, quote);
    }

    private static Command accept(CommandFields fields, String user) throws Malformed {
        AcceptQuote accept = new AcceptQuote(
                fields.id(RESPONSE_ID),
                fields.uuid("rfqId"),
                fields.token("account"),
                user,
                fields.uuid("quoteId"),
                fields.number("version", 1, Rfq.VERSIONS_MAX),
                fields.token("instrument"),
                fields.constant("side", Side.class),
                fields.decimal("quantity"),
                fields.decimal("price"));
        return command(ACCEPT, accept.rfqId(), accept.account(), accept.clientResponseId(), user, accept);
    }

    private static Command pass(CommandFields fields, String user) throws Malformed {
        PassRfq pass = new PassRfq(fields.id(RESPONSE_ID), fields.uuid("rfqId"), fields.token("account"), user);
        return command(PASS, pass.rfqId(), pass.account(), pass.clientResponseId(), user, pass);
    }

    private static Command cancel(CommandFields fields, String user) throws Malformed {
        CancelRfq cancel = new CancelRfq(fields.id(RESPONSE_ID), fields.uuid("rfqId"), fields.token("account"), user);
        return command(CANCEL, cancel.rfqId(), cancel.account(), cancel.clientResponseId(), user, cancel);
    }

    private static Command command(
            String type, String rfqId, String account, String commandId, String user, Object body) {
        String subject = Subjects.rfqCommand(type.substring(FEATURE.length()), rfqId);
        return Command.of(type, subject, account, commandId, user, body).about(rfqId);
    }
}
