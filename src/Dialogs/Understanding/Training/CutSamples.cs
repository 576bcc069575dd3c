using System.Runtime.CompilerServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Places where a request may end, from questions with one intent that are joined in pairs and threes the ways buyers join them: there it is known where one does.</summary>
internal sealed class CutSamples
{
    private const int Longest = 110;

    private static readonly string[] Spanish = [" ", " ", " ", " ", ", ", ", ", " y ", " y ", ", y ", " ademas ", ". ", "? "];
    private static readonly string[] Portuguese = [" ", " ", " ", " ", ", ", ", ", " e ", " e ", ", e ", " e tambem ", ". ", "? "];

    private readonly int[] _rows;
    private readonly bool[] _holding;

    private CutSamples(int[] rows, bool[] holding, uint[] hashes) => (_rows, _holding, Hashes) = (rows, holding, hashes);

    /// <summary>Of the features, by their numbers in <see cref="Rows"/>.</summary>
    public uint[] Hashes { get; }

    /// <summary><see cref="CutModel.FeatureCount"/> numbers a place.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>Whether a request ends there.</summary>
    public ReadOnlySpan<bool> Holding => _holding;

    public static CutSamples Read(IReadOnlyList<IntentExample> examples, Random random)
    {
        // What is joined with what is drawn in order; reading it takes most of the time and goes side by side.
        var read = Join(examples, random).ToArray().AsParallel().AsOrdered().Select(Places).ToArray();
        var count = read.Sum(places => places.Count);
        var (rows, holding) = (new int[count * CutModel.FeatureCount], new bool[count]);
        var seen = new FeatureTable(1 << 20);
        var at = 0;
        foreach (var (hashes, holds) in read.SelectMany(places => places))
        {
            Number(hashes, seen, rows.AsSpan(at * CutModel.FeatureCount));
            holding[at++] = holds;
        }

        return new CutSamples(rows, holding, seen.InOrder());
    }

    private static IEnumerable<Joined> Join(IReadOnlyList<IntentExample> examples, Random random)
    {
        var groups = examples.Where(e => e.Intents.Count == 1 && e.Text.Length is > 0 and < Longest)
            .GroupBy(e => IsPortuguese(e.Locale)).OrderBy(g => g.Key).Select(g => g.ToArray()).Where(g => g.Length > 3);
        foreach (var questions in groups)
        {
            var joints = IsPortuguese(questions[0].Locale) ? Portuguese : Spanish;
            foreach (var first in questions)
            {
                var careless = random.Next(2) == 0;
                var (text, ends) = (Plain(first.Text, careless), new List<int>());
                for (var more = random.Next(10) < 6 ? 1 : 2; more > 0; more--)
                {
                    var next = questions[random.Next(questions.Length)];
                    if (next.Intents[0] == first.Intents[0]) continue;
                    text = text.TrimEnd('?', '.', ' ', '!', ',');
                    ends.Add(text.Length);
                    text += joints[careless ? random.Next(4) : random.Next(joints.Length)] + Plain(next.Text, careless).TrimStart('¿');
                }

                yield return new Joined(text, ends);
            }
        }
    }

    private static List<(uint[] Hashes, bool Holds)> Places(Joined joined)
    {
        var question = QuestionTokens.Read(QuestionText.Read(joined.Text), ConceptLexicon.Shipped);
        var places = new List<(uint[] Hashes, bool Holds)>(question.Concepts.Count);
        var end = 0;
        for (var hit = 0; hit < question.Concepts.Count; hit++)
        {
            var word = question.Text.Words[question.Concepts[hit].Start];
            var holds = false;
            for (; end < joined.Ends.Count && word.Start >= joined.Ends[end]; end++) holds = true;
            if (hit == 0 || (!holds && word.Before >= Pause.Stop)) continue;
            var hashes = new uint[CutModel.FeatureCount];
            CutModel.Read(question, hit, hashes);
            places.Add((hashes, holds));
        }

        return places;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Number(uint[] hashes, FeatureTable seen, Span<int> rows)
    {
        for (var i = 0; i < hashes.Length; i++) rows[i] = seen.FindOrAdd(hashes[i]);
    }

    private static string Plain(string text, bool careless) => careless ? Careless.Of(text) : text;

    private static bool IsPortuguese(string locale) => locale.StartsWith("pt", StringComparison.OrdinalIgnoreCase);

    /// <param name="Ends">Where a request ends, in the text.</param>
    private sealed record Joined(string Text, List<int> Ends);
}
