using MeliBot.Adapter.Orders;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>Whether a message may be written in a sale's thread now, and how. The thread's own state says more than the order's, because it is the platform's last word.</summary>
public static class SendRules
{
    public static SendPermit Decide(SendSituation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        if (!situation.IsLinked) return SendPermit.No(new(SendCause.SourceDisabled));
        if (situation.NeedsReconnect) return SendPermit.No(new(SendCause.ReconnectRequired));

        var block = situation.Thread is { IsBlocked: true } blocked ? blocked.Substatus : default;
        if (situation.Thread is { IsBlocked: true })
        {
            // Opened by a reason although the buyer has written: the platform wants plain messages.
            if (block == ThreadBlock.ConversationUseMessageApi || block == ThreadBlock.ExceptedCase) return OfStage(situation) ?? SendPermit.Plain;
            var why = SendBlock.Of(block, situation.Delivery);
            return why.Cause == SendCause.ReasonRequired ? OfStage(situation) ?? ByReason(situation) : SendPermit.No(why);
        }

        if (situation.Thread?.Status is { IsKnown: false, Value: { Length: > 0 } word }) return SendPermit.No(new(SendCause.UnknownBlock, word));
        if (!situation.BuyerWrote) return OfStage(situation) ?? ByReason(situation);
        if (situation.Thread is not { } open) return OfStage(situation) ?? SendPermit.Plain;

        // An open thread in which the buyer writes: what the order says no longer matters.
        return open.HasAgent && situation.LastIsSellers ? SendPermit.No(new(SendCause.AgentTurn)) : SendPermit.Plain;
    }

    private static SendPermit? OfStage(SendSituation situation) => situation.Stage switch
    {
        OrderStage.PaymentRequired or OrderStage.PaymentInProcess => SendPermit.No(new(SendCause.PaymentNotConfirmed)),
        OrderStage.Cancelled => SendPermit.No(new(situation.IsFraudRisk ? SendCause.OrderCancelledForFraud : SendCause.OrderCancelled)),
        OrderStage.Invalid => SendPermit.No(new(SendCause.OrderInvalid)),
        _ => null,
    };

    private static SendPermit ByReason(SendSituation situation)
    {
        if (situation.Author == SendAuthor.Bot) return SendPermit.No(new(SendCause.BotOnlyReplies));
        if (situation.BeforeLinking) return SendPermit.No(new(SendCause.OrderBeforeLinking));
        if (situation.Guide is not { } guide) return new(SendWay.Reason, [], new(SendCause.ReasonRequired));
        List<ContactOption> offered = [.. guide.Options.Where(option => option is { Enabled: not false, Actionable: not false } && option.CapAvailable is null or > 0)];
        return offered.Count > 0
            ? new(SendWay.Reason, offered, new(SendCause.ReasonRequired))
            : SendPermit.No(new(SendCause.CapsUsedUp));
    }
}
