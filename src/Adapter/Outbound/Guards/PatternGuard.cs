using System.Text.RegularExpressions;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A guard that is one pattern over the folded text. The patterns don't backtrack, so no text makes them slow.</summary>
public abstract class PatternGuard : IGuard
{
    private readonly Regex _pattern;
    private readonly string _name;
    private readonly string _reason;

    private protected PatternGuard(string name, string reason, params string[] alternatives)
    {
        _name = name;
        _reason = reason;
        _pattern = new(string.Join('|', alternatives), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Applies(request)) return [];
        var text = new GuardText(request.Text);
        return [.. _pattern.Matches(text.Text).Where(match => IsMeant(text.Text, match)).Select(match => text.Finding(_name, _reason, match.Index, match.Length))];
    }

    private protected virtual bool Applies(GuardRequest request) => true;

    private protected virtual bool IsMeant(string text, Match match) => true;

    /// <summary>The sentence around a match.</summary>
    private protected static string Sentence(string text, Match match)
    {
        const int Most = 400;
        var from = match.Index;
        while (from > 0 && match.Index - from < Most && !Ends(text, from - 1)) from--;
        var to = match.Index + match.Length;
        while (to < text.Length && to - match.Index < Most && !Ends(text, to)) to++;
        return text[from..to];

        static bool Ends(string text, int i) => text[i] is '!' or '?' || (text[i] == '.' && (i + 1 >= text.Length || text[i + 1] == ' '));
    }
}
