namespace MeliBot.MercadoLibre;

/// <param name="ReceiverRole">The complainant in stage claim, the mediator in a dispute: nobody else is allowed.</param>
/// <param name="Message">Plain text.</param>
/// <param name="Attachments">Names that uploads gave; null when there are none.</param>
public sealed record ClaimMessageRequest(ClaimRole ReceiverRole, string Message, IReadOnlyList<string>? Attachments = null);

/// <summary>A part of the price, which is always said: without one the platform would give back half.</summary>
public sealed record PartialRefundRequest
{
    /// <exception cref="ArgumentOutOfRangeException">It isn't a part.</exception>
    public PartialRefundRequest(decimal percentage) =>
        Percentage = percentage is > 0 and < 100
            ? percentage
            : throw new ArgumentOutOfRangeException(nameof(percentage), percentage, "A partial refund is more than 0 and less than 100 percent; all of it is a refund. Nothing was sent.");

    public decimal Percentage { get; }
}
