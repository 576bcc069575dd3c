using System.Text.RegularExpressions;
using CsCheck;

namespace MeliBot.Patterns.Tests;

public class LinearPatternTests
{
    private static readonly string[] Atoms = ["a", "b", "c", "ab", "bca", ".", "[ab]", "[^a]", "[a-c]", @"\w", @"\b", "^", "$", @"\.", "[b.]"];

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const RegexOptions Linear = Plain | RegexOptions.NonBacktracking;

    private static readonly string[] Counts = ["*", "+", "?", "{2}", "{0,2}", "{1,}", "+?"];

    [Theory]
    [InlineData(@"\bfora daqui\b|\bfuera de (aca|aqui)\b", "fora daqui|fuera de aca|fuera de aqui")]
    [InlineData(@"\b(compr|pag|vend)[a-z]*( [a-z]+){0,3} (por )?(fuera|fora)\b", " fuera| fora| por fuera| por fora")]
    [InlineData("h(tt|xx)ps?:/+", "http:|https:|hxxp:|hxxps:")]
    [InlineData("[0-9]+ arrobas?", " arroba| arrobas")]
    [InlineData("(hola|chau){2}", "hola|chau")]
    [InlineData("x{0,1}caja[.,]", "caja.|caja,|xcaja.|xcaja,")]
    [InlineData("(?<id>uno|dos)+", "uno|dos")]
    public void A_pattern_tells_the_words_that_its_matches_can_not_do_without(string pattern, string words) =>
        RequiredLiterals.Of(pattern)!.ShouldBe(words.Split('|'), ignoreOrder: true);

    [Theory]
    [InlineData("[a-z]+", "any letter will do")]
    [InlineData("(hola)?", "nothing at all matches")]
    [InlineData("hola|[0-9]*", "one side needs nothing")]
    [InlineData("(?i)hola", "capitals match too")]
    [InlineData(@"\x41", "an escape of an unknown kind")]
    [InlineData("[a-z-[aeiou]]", "a class less a class")]
    public void A_pattern_without_such_words_is_looked_for_in_every_text(string pattern, string because) => RequiredLiterals.Of(pattern).ShouldBeNull(because);

    [Fact]
    public void A_pattern_finds_what_the_expression_finds_in_every_text()
    {
        var atom = Gen.OneOf(Array.ConvertAll(Atoms, Gen.Const));
        var times = Gen.Frequency((5, Gen.Const("")), (1, Gen.OneOf(Array.ConvertAll(Counts, Gen.Const))));
        var part = Gen.Select(atom.Where(a => a is not ("^" or "$" or @"\b")), times, (a, t) => $"(?:{a}){t}");
        var edge = Gen.OneOf(Array.ConvertAll((string[])["(^|b)", "(a|$)", @"(\b|c)", "(^|[.a])"], Gen.Const));
        var sequence = Gen.Frequency((4, part), (4, atom), (1, edge)).Array[1, 4].Select(parts => string.Concat(parts));
        var group = Gen.Select(sequence.Array[1, 3], times, (branches, t) => $"({string.Join('|', branches)}){t}");
        var pattern = Gen.OneOf(sequence, group).Array[1, 3].Select(parts => string.Concat(parts));
        var text = Gen.Char["abc. "].Array[0, 9].Select(chars => new string(chars));

        Gen.Select(pattern, text).Sample(
            (p, t) => IsFoundAlike(p, t) && Regex.IsMatch(t, p, Linear) == new LinearPattern(p).IsMatch(t),
            iter: 4_000,
            print: pair => $"/{pair.Item1}/ in \"{pair.Item2}\"");
    }

    /// <summary>Where going back takes the expression for ever, as "((.)*)+" may, it has nothing to say: then only whether there is a match is compared, by the engine that never goes back.</summary>
    private static bool IsFoundAlike(string pattern, string text)
    {
        var found = Seen(new LinearPattern(pattern).Match(text));
        try
        {
            return found == Seen(new Regex(pattern, Plain, TimeSpan.FromSeconds(2)).Match(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    [Fact]
    public void The_alternatives_of_a_pattern_find_what_it_finds()
    {
        string[] alternatives = ["abc+", "bca|cab", "ab", "[a-c]b", @"\bcab.?c", "abcabc", "(ab|ca)cab", "b*", @"^a|a$"];
        var chosen = Gen.OneOf(Array.ConvertAll(alternatives, Gen.Const)).Array[1, 5];
        var text = Gen.Char["abc. "].Array[0, 14].Select(chars => new string(chars));

        Gen.Select(chosen, text).Sample(
            (patterns, t) => new PatternSet(patterns).MatchesOfAny(t).Select(m => (m.Index, m.Length)).SequenceEqual(new Regex(string.Join('|', patterns), Plain, TimeSpan.FromMinutes(1)).Matches(t).Select(m => (m.Index, m.Length))),
            iter: 4_000,
            print: pair => $"/{string.Join('|', pair.Item1)}/ in \"{pair.Item2}\"");
    }

    [Fact]
    public void A_set_finds_what_each_of_its_patterns_finds()
    {
        string[] patterns = ["abc+", "bca|cab", "ab", "[a-c]b", @"\bcab.?c", "abcabc", "(ab|ca)cab"];
        var set = new PatternSet(patterns);

        Gen.Char["abc "].Array[0, 14].Select(chars => new string(chars)).Sample(
            text => set.Matches(text).Select(Whole).SequenceEqual(patterns.SelectMany(pattern => new LinearPattern(pattern).Matches(text).Select(Whole)))
                && set.First(text)?.Value == patterns.Select(pattern => new LinearPattern(pattern).Match(text)).FirstOrDefault(match => match.Success)?.Value,
            iter: 5_000);
    }

    [Fact]
    public void A_text_that_would_take_the_backtracking_engine_for_ever_is_the_linear_ones()
    {
        var text = new string('a', 1_900);
        var pattern = new LinearPattern("(a+)+!|(a|aa)+[?]|a*b");

        pattern.Matches(text + " aab!").Select(match => match.Value).ShouldBe(["aab"]);
        pattern.IsBuilt.ShouldBeTrue();
        new LinearPattern("(a+)+!").IsMatch(text + " !a").ShouldBeFalse();
    }

    [Fact]
    public void An_honest_text_builds_no_automaton()
    {
        var pattern = new LinearPattern(@"\b(compr|pag|vend)[a-z]*( [a-z]+){0,3} (por )?(fuera|fora)\b");

        pattern.IsMatch("hola, compramos por fuera").ShouldBeTrue();
        pattern.IsMatch("la parte de fuera es de cuero").ShouldBeFalse();
        pattern.IsBuilt.ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_that_the_linear_engine_can_not_do_says_so_when_it_is_built() =>
        Should.Throw<NotSupportedException>(() => new LinearPattern("(?=hola)chau").Build());

    [Fact]
    public void A_wrong_pattern_says_so_when_it_is_built() => Should.Throw<RegexParseException>(() => new LinearPattern("(hola").Build());

    private static (int, string) Whole(Match match) => (match.Index, match.Value);

    private static (bool, int) Seen(Match match) => (match.Success, match.Index);
}
