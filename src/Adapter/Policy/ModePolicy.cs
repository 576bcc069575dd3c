using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Policy;

/// <summary>The default policy: the settings say the terms, by account and kind of conversation.</summary>
public sealed class ModePolicy(IOptionsMonitor<PolicyOptions> options) : IPolicy
{
    public ValueTask<Verdict> DecideAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = options.CurrentValue;
        var confidence = current.MinConfidence ?? 0.6;
        var mode = current.ModeFor(request.Account, request.Kind, request.ClaimType, request.ClaimStage);
        return ValueTask.FromResult(ReplyJudge.Decide(request, new PolicyTerms
        {
            Mode = mode,
            ModeReason = mode switch
            {
                Mode.Auto => PolicyReasons.ModeAuto,
                Mode.Draft => PolicyReasons.ModeDraft.With(request.Kind),
                Mode.Shadow => PolicyReasons.ModeShadow,
                _ => PolicyReasons.ModeOff.With(request.Kind),
            },
            SendFrom = confidence,
            NotifyFrom = confidence,
            Uncovered = current.Uncovered ?? UncoveredRule.Draft,
            NeedNoAnswer = current.NeedNoAnswer.ToHashSet(StringComparer.OrdinalIgnoreCase),
            GuessSources = current.GuessSources.ToHashSet(StringComparer.OrdinalIgnoreCase),
        }));
    }
}
