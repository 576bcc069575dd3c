namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Phrases that the settings forbid.</summary>
public sealed class PhraseGuard : IGuard
{
    public const string Name = "forbidden";

    private readonly (string Phrase, string Folded)[] _phrases;

    /// <exception cref="ArgumentException">A phrase holds no words.</exception>
    public PhraseGuard(IEnumerable<string> phrases) => _phrases = [.. phrases.Select(phrase => (phrase.Trim(), Fold(phrase)))];

    string IGuard.Name => Name;

    public IReadOnlyList<GuardFinding> Check(GuardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new List<GuardFinding>();
        foreach (var (phrase, folded) in _phrases)
        {
            var before = findings.Count;
            AddTo(findings, request.Folded, phrase, folded);
            if (findings.Count == before && request.Decoded != request.Folded) AddTo(findings, request.Decoded, phrase, folded);
        }

        return findings;
    }

    internal static string Fold(string phrase)
    {
        var folded = string.Join(' ', new GuardText(phrase ?? "").Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return folded.AsSpan().IndexOfAnyExcept(' ') >= 0 && folded.Any(char.IsLetterOrDigit)
            ? folded
            : throw new ArgumentException($"The phrase \"{phrase}\" holds no letter or digit, so it can't be looked for. Take it out or write words.", nameof(phrase));
    }

    private static void AddTo(List<GuardFinding> findings, GuardText text, string phrase, string folded)
    {
        foreach (var start in text.Occurrences(folded)) findings.Add(text.Finding(Name, GuardReasons.Forbidden, start, folded.Length, phrase));
    }
}
