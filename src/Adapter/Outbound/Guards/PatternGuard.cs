using System.Text.RegularExpressions;
using MeliBot.Delivery.Reasons;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A guard that is some patterns over the folded text, and over the decoded one where words are disguised. The patterns don't backtrack, so no text makes them slow.</summary>
public abstract class PatternGuard : IGuard
{
    private readonly PatternSet _patterns;
    private readonly string _name;
    private readonly ReasonCode _why;

    private protected PatternGuard(string name, ReasonCode why, params string[] alternatives)
    {
        _name = name;
        _why = why;
        _patterns = new PatternSet(alternatives);
    }

    string IGuard.Name => _name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Applies(request)) return [];
        var findings = new List<GuardFinding>();
        AddTo(findings, request.Folded);
        if (findings.Count == 0 && request.Decoded != request.Folded) AddTo(findings, request.Decoded);
        return findings;
    }

    private protected virtual bool Applies(GuardRequest request) => true;

    private protected virtual bool IsMeant(string text, Match match) => true;

    private void AddTo(List<GuardFinding> findings, GuardText text)
    {
        foreach (var match in _patterns.Matches(text.Text))
        {
            if (IsMeant(text.Text, match)) text.AddTo(findings, _name, _why, match.Index, match.Length);
        }
    }
}
