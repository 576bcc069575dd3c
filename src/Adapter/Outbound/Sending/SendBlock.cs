using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>One reason why a message can't be sent, with all that a person needs to know about it.</summary>
/// <param name="Cause">The reason.</param>
/// <param name="Word">The platform's own word for it, where there is one: an unknown one is shown as it is.</param>
/// <param name="Detail">What exactly: a file's name, characters, a length.</param>
/// <param name="At">When it passes, where that is known to the day or better.</param>
public sealed record SendBlock(SendCause Cause, string? Word = null, string? Detail = null, DateTimeOffset? At = null)
{
    public SendUntil Until => Table[Cause].Until;

    /// <summary>True when the buyer opens the thread again by writing.</summary>
    public bool BuyerCanReopen => Table[Cause].Buyer;

    /// <summary>What is wrong, in a sentence.</summary>
    /// <param name="locale">Begins with <c>es</c>, <c>pt</c> or anything else, which is English.</param>
    public string What(string? locale) => SendWords.What(this, locale);

    /// <summary>What can be done about it, in a sentence.</summary>
    public string Remedy(string? locale) => SendWords.Remedy(this, locale);

    /// <summary>Until when, in a few words.</summary>
    public string UntilWhen(string? locale) => SendWords.UntilWhen(this, locale);

    /// <summary>All of it in one line.</summary>
    public string Sentence(string? locale) => $"{What(locale)} {Remedy(locale)}";

    /// <summary>What a blocked thread means to whoever wants to write.</summary>
    public static SendBlock Of(ThreadBlock block, DateTimeOffset? delivery = null) =>
        Blocks.TryGetValue(block, out var cause)
            ? new(cause, block.Value, At: cause == SendCause.NotDeliveredYet ? delivery : null)
            : new(SendCause.UnknownBlock, block.Value);

    /// <summary>What it means to whoever wants to write that the thread can't be read; null when that may pass by itself.</summary>
    public static SendBlock? OfUnread(MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Kind switch
        {
            ErrorKind.NotFound => new(SendCause.OrderUnknown),
            ErrorKind.Forbidden => new(SendCause.OrderOfAnotherSeller),
            ErrorKind.MissingPermission => new(SendCause.PermissionMissing),
            ErrorKind.LegalBlock => new(SendCause.BuyerDeactivated),
            ErrorKind.ReconnectRequired => new(SendCause.ReconnectRequired),
            _ => null,
        };
    }

    private static readonly Dictionary<ThreadBlock, SendCause> Blocks = new()
    {
        [ThreadBlock.Time] = SendCause.ThreadTooOld,
        [ThreadBlock.Buyer] = SendCause.BlockedByBuyer,
        [ThreadBlock.Mediation] = SendCause.Mediation,
        [ThreadBlock.MediationFbm] = SendCause.Mediation,
        [ThreadBlock.MediationMisspelt] = SendCause.Mediation,
        [ThreadBlock.Fulfillment] = SendCause.NotDeliveredYet,
        [ThreadBlock.Payment] = SendCause.PaymentNotConfirmed,
        [ThreadBlock.ConversationInitiatedBySeller] = SendCause.BuyerMustWriteFirst,
        [ThreadBlock.ConversationInitiatedBySellerLimited] = SendCause.ReasonRequired,
        [ThreadBlock.ConversationStartedBySeller] = SendCause.ReasonRequired,
        [ThreadBlock.Refund] = SendCause.Refunded,
        [ThreadBlock.CancelledOrder] = SendCause.OrderCancelled,
        [ThreadBlock.CancelledOrderByFraud] = SendCause.OrderCancelledForFraud,
        [ThreadBlock.CancelledOrderHidden] = SendCause.OrderHidden,
        [ThreadBlock.ConversationExpired] = SendCause.ThreadExpired,
        [ThreadBlock.ClaimChangeOpen] = SendCause.ChangeOpen,
        [ThreadBlock.ClaimChangeClosed] = SendCause.ChangeClosed,
        [ThreadBlock.ReturnToBuyerFulfillment] = SendCause.ReturnUnderReview,
        [ThreadBlock.DeactivatedAccount] = SendCause.BuyerDeactivated,
        [ThreadBlock.Restrictions] = SendCause.Restricted,
        [ThreadBlock.MessagePendingReview] = SendCause.MessageUnderReview,
        [ThreadBlock.AiAssistant] = SendCause.AgentInCharge,
        [ThreadBlock.AiAssistantExpired] = SendCause.AgentTimeOver,
        [ThreadBlock.AiAssistantInitiatedBySellerExpired] = SendCause.AgentTimeOver,
        [ThreadBlock.AiAssistantInitiatedBySellerExpiredMisspelt] = SendCause.AgentTimeOver,
        [ThreadBlock.AiAssistantContactClosed] = SendCause.AgentClosed,
        [ThreadBlock.Resale] = SendCause.Resale,
        [ThreadBlock.ProximityGroceries] = SendCause.Groceries,
        [ThreadBlock.GuestShops] = SendCause.GuestShop,
    };

    private static readonly Dictionary<SendCause, (SendUntil Until, bool Buyer)> Table = new()
    {
        [SendCause.SourceDisabled] = (SendUntil.Action, false),
        [SendCause.ReconnectRequired] = (SendUntil.Action, false),
        [SendCause.PermissionMissing] = (SendUntil.Action, false),
        [SendCause.OrderUnknown] = (SendUntil.Never, false),
        [SendCause.OrderOfAnotherSeller] = (SendUntil.Never, false),
        [SendCause.OrderBeforeLinking] = (SendUntil.BuyerWrites, true),
        [SendCause.PaymentNotConfirmed] = (SendUntil.Payment, false),
        [SendCause.OrderCancelled] = (SendUntil.Never, false),
        [SendCause.OrderCancelledForFraud] = (SendUntil.Never, false),
        [SendCause.OrderHidden] = (SendUntil.Never, false),
        [SendCause.OrderInvalid] = (SendUntil.Never, false),
        [SendCause.ThreadTooOld] = (SendUntil.BuyerWrites, true),
        [SendCause.BlockedByBuyer] = (SendUntil.BuyerWrites, true),
        [SendCause.Mediation] = (SendUntil.ClaimEnds, false),
        [SendCause.NotDeliveredYet] = (SendUntil.Delivery, false),
        [SendCause.BuyerMustWriteFirst] = (SendUntil.BuyerWrites, true),
        [SendCause.ReasonRequired] = (SendUntil.Action, true),
        [SendCause.Refunded] = (SendUntil.BuyerWrites, true),
        [SendCause.ThreadExpired] = (SendUntil.Never, false),
        [SendCause.ChangeOpen] = (SendUntil.ChangeEnds, false),
        [SendCause.ChangeClosed] = (SendUntil.Never, false),
        [SendCause.ReturnUnderReview] = (SendUntil.ReviewEnds, false),
        [SendCause.BuyerDeactivated] = (SendUntil.Never, false),
        [SendCause.Restricted] = (SendUntil.Unknown, false),
        [SendCause.MessageUnderReview] = (SendUntil.ReviewEnds, false),
        [SendCause.AgentTurn] = (SendUntil.AgentAnswers, true),
        [SendCause.AgentInCharge] = (SendUntil.AgentAnswers, true),
        [SendCause.AgentTimeOver] = (SendUntil.BuyerWrites, true),
        [SendCause.AgentClosed] = (SendUntil.BuyerWrites, true),
        [SendCause.Resale] = (SendUntil.Never, false),
        [SendCause.Groceries] = (SendUntil.Never, false),
        [SendCause.GuestShop] = (SendUntil.Never, false),
        [SendCause.UnknownBlock] = (SendUntil.Unknown, false),
        [SendCause.BotOnlyReplies] = (SendUntil.BuyerWrites, true),
        [SendCause.CapsUsedUp] = (SendUntil.BuyerWrites, true),
        [SendCause.ReasonNotOffered] = (SendUntil.BuyerWrites, true),
        [SendCause.ContactUnderWay] = (SendUntil.Moments, false),
        [SendCause.TextEmpty] = (SendUntil.Action, false),
        [SendCause.TextTooLong] = (SendUntil.Action, false),
        [SendCause.CharactersNotAllowed] = (SendUntil.Action, false),
        [SendCause.FirstMessageWithoutFiles] = (SendUntil.BuyerWrites, true),
        [SendCause.FileTypeNotAllowed] = (SendUntil.Action, false),
        [SendCause.FileForged] = (SendUntil.Action, false),
        [SendCause.FileEmpty] = (SendUntil.Action, false),
        [SendCause.FileTooLarge] = (SendUntil.Action, false),
        [SendCause.FileNameTooLong] = (SendUntil.Action, false),
        [SendCause.TooManyFiles] = (SendUntil.Action, false),
        [SendCause.FileExpired] = (SendUntil.Action, false),
    };
}
