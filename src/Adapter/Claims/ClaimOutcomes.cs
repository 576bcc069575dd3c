using System.Globalization;
using MeliBot.Adapter.Hosting;
using MeliBot.Delivery.Effects;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>What it means for an effect that the claim couldn't be read before it.</summary>
internal static class ClaimOutcomes
{
    /// <param name="lasted">Whether it has been so for too long to be waited out.</param>
    public static EffectOutcome NotRead(MercadoLibreError error, long claim, MercadoLibreAdapterOptions options, bool lasted) => error.Kind switch
    {
        ErrorKind.NotFound => new EffectOutcome.Refused(ClaimReasons.NotThere.With(claim.ToString(CultureInfo.InvariantCulture))),
        ErrorKind.ReconnectRequired or ErrorKind.Unauthorized or ErrorKind.ApplicationRejected => new EffectOutcome.Retry(options.ReconnectRecheck, PlatformReasons.Of(error), Counts: false),
        ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock => new EffectOutcome.Park(PlatformReasons.Of(error)),
        ErrorKind.RateLimited or ErrorKind.HeldBack => new EffectOutcome.Retry(error.RetryAfter ?? options.RateLimitPause, PlatformReasons.Of(error), Counts: false),
        // Long outages pass; what fails for longer is shown to a person. What may have arrived stays to be read back.
        _ => new EffectOutcome.Retry(error.RetryAfter ?? options.RateLimitPause, ClaimReasons.NotRead.With(PlatformReasons.Of(error).Store()), Counts: lasted),
    };
}
