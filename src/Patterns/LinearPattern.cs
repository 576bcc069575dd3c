using System.Buffers;
using System.Text.RegularExpressions;

namespace MeliBot.Patterns;

/// <summary>
/// A regular expression that takes time linear in its text whatever the text, and costs next to nothing until a text could match it: nothing is read until the first text comes,
/// and nothing is built until a text holds the words that no match can do without. Then it is the backtracking engine that looks, because it is ready in a fraction of a millisecond where an automaton of the linear one takes
/// several and a megabyte to keep. A text that it can't do quickly is the linear engine's, and so is every later one. Both say the same of whether a text matches.
/// Where the first match begins and how far it reaches may differ: .NET 10's linear engine may tell of a later one (<c>a?c\w.</c> in "a .ccccb": at 5, not at 3), and alternatives may overlap.
/// </summary>
public sealed class LinearPattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>How long the backtracking engine may look at one text: hundreds of times what any honest text takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly string _pattern;
    private readonly Lazy<Needs> _needs;
    private Regex? _backtracking;
    private Regex? _linear;

    /// <param name="pattern">Without what the linear engine lacks: looking around, back references, atomic groups. It isn't read until a text may match; <see cref="Build"/> tells whether it can be.</param>
    public LinearPattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _pattern = pattern;
        _needs = new(() => Needs.Of(pattern));
    }

    /// <summary>Every match holds one of them; null when nothing is known.</summary>
    internal IReadOnlyList<string>? NeededWords => _needs.Value.Sets.FirstOrDefault(WordIndex.Takes) ?? _needs.Value.Sets.FirstOrDefault();

    /// <summary>Whether a text came up that the backtracking engine couldn't do quickly, or <see cref="Build"/> was called.</summary>
    internal bool IsBuilt => _linear is not null;

    /// <summary>Builds the linear automaton now.</summary>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    /// <exception cref="NotSupportedException">The linear engine can't do it, or it would grow too large.</exception>
    public void Build() => Linear();

    public bool IsMatch(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsMatch(text.AsSpan());
    }

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (!CanMatch(text)) return false;
        if (_linear is null)
        {
            try
            {
                return Backtracking().IsMatch(text);
            }
            catch (RegexMatchTimeoutException)
            {
                // The linear engine's from here on.
            }
        }

        return Linear().IsMatch(text);
    }

    /// <summary>The first match; <see cref="System.Text.RegularExpressions.Match.NextMatch"/> isn't to be asked of it, <see cref="Matches"/> finds all.</summary>
    public Match Match(string text) => CanMatch(text) ? Run(text, static (regex, text) => regex.Match(text)) : System.Text.RegularExpressions.Match.Empty;

    /// <summary>The first match from a place on; what stands before it is still seen.</summary>
    internal Match Match(string text, int from) => CanMatch(text.AsSpan(from)) ? Run(text, (regex, text) => regex.Match(text, from)) : System.Text.RegularExpressions.Match.Empty;

    public IReadOnlyList<Match> Matches(string text) => CanMatch(text) ? Run<IReadOnlyList<Match>>(text, static (regex, text) => [.. regex.Matches(text).Cast<Match>()]) : [];

    public string Replace(string text, string replacement) => CanMatch(text) ? Run(text, (regex, text) => regex.Replace(text, replacement)) : text;

    public override string ToString() => _pattern;

    private T Run<T>(string text, Func<Regex, string, T> look)
    {
        if (_linear is null)
        {
            try
            {
                return look(Backtracking(), text);
            }
            catch (RegexMatchTimeoutException)
            {
                // The linear engine's from here on.
            }
        }

        return look(Linear(), text);
    }

    private Regex Backtracking() => _backtracking ??= new Regex(_pattern, Options, Patience);

    private Regex Linear() => _linear ??= new Regex(_pattern, Options | RegexOptions.NonBacktracking);

    private bool CanMatch(ReadOnlySpan<char> text)
    {
        foreach (var set in _needs.Value.Searches)
        {
            if (!text.ContainsAny(set)) return false;
        }

        return true;
    }

    private sealed class Needs(string[][] sets)
    {
        private SearchValues<string>[]? _searches;

        public string[][] Sets { get; } = sets;

        public SearchValues<string>[] Searches => _searches ??= Array.ConvertAll(Sets, set => SearchValues.Create(set, StringComparison.Ordinal));

        public static Needs Of(string pattern) => new(RequiredLiterals.AllOf(pattern));
    }
}
