using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A guard that is one pattern over the folded text, and over the decoded one where words are disguised. The patterns don't backtrack, so no text makes them slow.</summary>
public abstract class PatternGuard : IGuard
{
    private protected const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly Regex[] _patterns;
    private readonly string _name;
    private readonly string _why;

    /// <param name="why">Goes on after what was seen: <c>"11 5555-4444": looks like a telephone number</c>.</param>
    private protected PatternGuard(string name, string why, params string[] alternatives)
    {
        _name = name;
        _why = why;
        _patterns = [.. Compile(alternatives)];
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
        foreach (var pattern in _patterns)
        {
            for (var match = pattern.Match(text.Text); match.Success; match = match.NextMatch())
            {
                if (IsMeant(text.Text, match)) findings.Add(text.Finding(_name, _why, match.Index, match.Length));
            }
        }
    }

    /// <summary>As few automata as the engine's limit on their size allows.</summary>
    internal static IEnumerable<Regex> Compile(params string[] alternatives)
    {
        Regex whole;
        try
        {
            whole = new(string.Join('|', alternatives), Options);
        }
        catch (NotSupportedException) when (alternatives.Length > 1)
        {
            return [.. Compile(alternatives[..(alternatives.Length / 2)]), .. Compile(alternatives[(alternatives.Length / 2)..])];
        }

        return [whole];
    }
}
