using MeliBot.Delivery;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Webhooks;

/// <summary>From a body that anyone may have sent to a durable signal, or to nothing. Makes no call.</summary>
public sealed class NotificationReceiver(
    IAccountDirectory accounts,
    ISignalQueue queue,
    HandledTopics topics,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<NotificationReceiver> logger)
{
    /// <summary>Who says so, in the signal.</summary>
    public const string Source = "notification";

    public async ValueTask<(NotificationVerdict Verdict, string? Topic)> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (!NotificationReader.TryRead(body.Span, out var notification, out var why)) return Refuse(NotificationVerdict.Malformed, why, null);
        using var budget = new CancellationTokenSource(options.Value.WriteBudget, time);
        await using var gone = cancellationToken.UnsafeRegister(static budget => ((CancellationTokenSource)budget!).Cancel(), budget);
        var topic = notification.Topic.ToString();
        try
        {
            var linked = accounts.IsLinkedAsync(notification.ApplicationId, notification.UserId, budget.Token);
            if (!(linked.IsCompletedSuccessfully ? linked.Result : await linked.AsTask().WaitAsync(budget.Token)))
                return Refuse(NotificationVerdict.UnknownSender, "its application or account isn't linked here.", null);

            if (IsNoise(notification) || !topics.Contains(notification.Topic)) return (NotificationVerdict.Ignored, topic);
            if (!ResourcePath.TryParse(notification.Topic, notification.Resource, out var path, out why)) return Refuse(NotificationVerdict.WrongResource, why, topic);

            var hint = new SignalHint(notification.UserId, HandledTopics.Normalise(notification.Topic), path.Path, time.GetUtcNow(), Source);
            // Not every store looks at its token; the answer's time is bounded all the same.
            await queue.SendAsync(hint, budget.Token).AsTask().WaitAsync(budget.Token);
            return (NotificationVerdict.Accepted, topic);
        }
        catch (Exception e) when (e is DeliveryUnavailableException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            WebhookLog.NotStored(logger, e, topic, notification.UserId);
            return (NotificationVerdict.Unavailable, topic);
        }
        catch (OperationCanceledException)
        {
            return (NotificationVerdict.Incomplete, topic);
        }
    }

    /// <summary>That somebody read a message changes nothing that is answered.</summary>
    private static bool IsNoise(Notification notification) =>
        (notification.Topic == Topic.Messages || notification.Topic == Topic.MarketplaceMessages)
        && notification.Actions.Count > 0 && notification.Actions.All(action => string.Equals(action, "read", StringComparison.OrdinalIgnoreCase));

    private (NotificationVerdict, string?) Refuse(NotificationVerdict verdict, string why, string? topic)
    {
        WebhookLog.Refused(logger, verdict, why);
        return (verdict, topic);
    }
}
