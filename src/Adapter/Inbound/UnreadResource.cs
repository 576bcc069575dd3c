using System.Globalization;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Inbound;

/// <summary>What becomes of a signal whose resource couldn't be read, whatever the resource.</summary>
internal static class UnreadResource
{
    /// <param name="signal">What made us look.</param>
    /// <param name="error">What the platform said, but that there is no such thing: what that means is the resource's own.</param>
    /// <param name="unreadable">Why, when what came can't be understood.</param>
    /// <param name="options">How long what may pass is waited for.</param>
    /// <param name="now">The time of the reading.</param>
    public static SignalOutcome Outcome(Signal signal, MercadoLibreError error, Reason unreadable, MercadoLibreAdapterOptions options, DateTimeOffset now) => error.Kind switch
    {
        ErrorKind.ReconnectRequired or ErrorKind.Unauthorized =>
            new SignalOutcome.Later(options.ReconnectRecheck, AnswerReasons.Reconnect.With(signal.Account.ToString(CultureInfo.InvariantCulture), error.Message)),
        ErrorKind.ApplicationRejected => new SignalOutcome.Later(options.ReconnectRecheck, PlatformReasons.Of(error)),
        ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock => new SignalOutcome.Park(PlatformReasons.Of(error), Detail(error)),
        // Cut short on its way, or a shape that nobody knows: the first passes, the second ends in the parking.
        ErrorKind.Unreadable => new SignalOutcome.Failed(TimeSpan.Zero, unreadable, Detail(error)),
        ErrorKind.RateLimited or ErrorKind.HeldBack or ErrorKind.Unavailable or ErrorKind.Conflict => new SignalOutcome.Later(error.RetryAfter ?? Backoff(signal, TimeSpan.FromMinutes(5), now), error.Message),
        _ => new SignalOutcome.Failed(Backoff(signal, TimeSpan.FromMinutes(5), now), PlatformReasons.Of(error), Detail(error)),
    };

    /// <summary>As long again as it has waited already.</summary>
    public static TimeSpan Backoff(Signal signal, TimeSpan cap, DateTimeOffset now)
    {
        var age = now - signal.LastAt;
        return age < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : age > cap ? cap : age;
    }

    private static string Detail(MercadoLibreError error) => $"{error.Request} {error.Status} {error.Code}".Trim();
}
