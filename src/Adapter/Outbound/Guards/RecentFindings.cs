namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// What was found in texts lately; most replies are said again and again. Each text has one place, which the next with the same hash takes: nothing is ever locked, counted or cleared, and a text that lost its place
/// is checked anew.
/// </summary>
internal sealed class RecentFindings
{
    private const int Places = 1_024;

    private readonly Entry?[] _entries = new Entry?[Places];

    public IReadOnlyList<GuardFinding> Of(GuardRequest request, Func<GuardRequest, IReadOnlyList<GuardFinding>> judge)
    {
        ref var place = ref _entries[(uint)HashCode.Combine(request.Text, request.Presale, request.InClaim) % Places];
        if (Volatile.Read(ref place) is { } known && known.Presale == request.Presale && known.InClaim == request.InClaim && string.Equals(known.Text, request.Text, StringComparison.Ordinal)) return known.Findings;
        var findings = judge(request);
        Volatile.Write(ref place, new Entry(request.Text, request.Presale, request.InClaim, findings));
        return findings;
    }

    private sealed record Entry(string Text, bool Presale, bool InClaim, IReadOnlyList<GuardFinding> Findings);
}
