using System.Security.Cryptography;
using System.Text;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Guards.Learnt;

namespace MeliBot.Adapter.Tests.Guards.Learnt;

/// <summary>
/// Learns the weights of <see cref="SuspicionModel"/> from labelled texts: logistic regression with both sides counted alike, of all attacks and of each kind of them beside all innocents. The threshold is the score that so few innocent texts pass when the
/// model hasn't seen them (five folds).
/// </summary>
internal static class SuspicionTrainer
{
    private const int Folds = 5;
    private const int Features = TextFeatures.Tables * TextFeatures.Table;

    /// <summary>How far weights follow the texts: less where there are few of them.</summary>
    private const double Strength = 60;

    private const double StrengthOfFew = 30;
    private const int Few = 3000;
    private const int Rounds = 60;

    /// <summary>A kind of fewer attacks has no weights of its own.</summary>
    private const int FewestOfKind = 200;

    /// <summary>What attacks resemble each other in. More kinds than these have too few texts each.</summary>
    private static readonly string[][] KindsOfAttack = [["insult"], ["off-platform", "post-sale-promise"], ["claim-threat"], ["phone", "social", "email", "link", "address"]];

    /// <param name="Text">As it was written.</param>
    /// <param name="Guard">That has to see it; null where it is innocent.</param>
    public sealed record Example(string Text, string? Guard)
    {
        public bool IsAttack => Guard is not null;
    }

    /// <summary>All texts of the corpora of what is said before a sale, and a name for exactly these and the families of words that they are read by.</summary>
    public static (IReadOnlyList<Example> Examples, string Name) Corpora() => Read(
        ["attacks.txt", "attacks.aside.txt", "attacks.fresh.txt", "attacks.more.txt", "attacks.sly.txt", "attacks.everyday.txt"],
        ["innocent.txt", "innocent.aside.txt", "innocent.replies.txt", "innocent.fresh.txt", "innocent.more.txt", "innocent.sly.txt", "innocent.everyday.txt", "innocent.short.txt"]);

    /// <summary>The same of what is said in claims.</summary>
    public static (IReadOnlyList<Example> Examples, string Name) Claims() => Read(["claims.attacks.txt", "claims.attacks.more.txt", "claims.attacks.everyday.txt"], ["claims.innocent.txt", "claims.innocent.more.txt", "claims.innocent.everyday.txt"]);

    public static SuspicionModel Train(IReadOnlyList<Example> examples, string name, double held, float lessOfSentence)
    {
        var folded = examples.Select(example => SuspicionModel.Plain(new GuardRequest(example.Text))).ToList();
        var seen = new List<float>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var mine = Enumerable.Range(0, examples.Count).Where(i => Fold(i) != fold).ToList();
            var model = Fit([.. mine.Select(i => folded[i])], [.. mine.Select(i => examples[i].Guard)], "", 0, lessOfSentence);
            seen.AddRange(Enumerable.Range(0, examples.Count).Where(i => Fold(i) == fold && !examples[i].IsAttack).Select(i => model.Worst(folded[i]).Score));
        }

        seen.Sort();
        var threshold = seen[(int)Math.Ceiling(seen.Count * (1 - held)) - 1];
        return Fit(folded, [.. examples.Select(example => example.Guard)], name, MathF.BitIncrement(threshold), lessOfSentence);

        // Neighbours in the files resemble each other: a fold takes one of each five.
        static int Fold(int i) => i % Folds;
    }

    private static (IReadOnlyList<Example> Examples, string Name) Read(string[] attacks, string[] innocents)
    {
        Example[] examples =
        [
            .. attacks.SelectMany(Corpus.Attacks).Select(attack => new Example(attack.Text, attack.Guard)),
            .. innocents.SelectMany(Corpus.Innocent).Select(text => new Example(text, null)),
        ];
        var all = WordFamilies.Shipped.Text + string.Join('\n', examples.Select(example => $"{example.Guard} {example.Text}"));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
        return (examples, name);
    }

    private static SuspicionModel Fit(List<string> folded, string?[] guards, string name, float threshold, float lessOfSentence)
    {
        var documents = new int[Features];
        foreach (var text in folded)
        {
            foreach (var place in TextFeatures.Of(text).Keys) documents[place]++;
        }

        // A feature of one text alone tells of that text.
        var rarity = documents.Select(count => count < 2 ? 0 : MathF.Log((1f + folded.Count) / (1f + count)) + 1).ToArray();
        var vectors = folded.ConvertAll(text => SuspicionModel.Vector(text, rarity));
        Func<string, bool>[] kinds = [_ => true, .. KindsOfAttack.Where(kind => guards.Count(kind.Contains) >= FewestOfKind).Select(kind => (Func<string, bool>)kind.Contains)];

        var weights = new float[kinds.Length][];
        Parallel.For(0, kinds.Length, kind =>
        {
            int[] read = [.. Enumerable.Range(0, guards.Length).Where(i => guards[i] is not { } guard || kinds[kind](guard))];
            weights[kind] = Weigh([.. read.Select(i => vectors[i])], [.. read.Select(i => guards[i] is not null)]);
        });
        return new SuspicionModel(name, rarity, weights, threshold, lessOfSentence);
    }

    private static float[] Weigh(List<(int Place, float Value)>[] vectors, bool[] attacks)
    {
        var strength = vectors.Length < Few ? StrengthOfFew : Strength;
        var share = new[] { vectors.Length / (2.0 * attacks.Count(attack => !attack)), vectors.Length / (2.0 * attacks.Count(attack => attack)) };
        var weights = new double[Features];
        new Descent(Rounds).Minimise(weights, gradient =>
        {
            var loss = 0.0;
            for (var i = 0; i < Features; i++)
            {
                gradient[i] = weights[i];
                loss += weights[i] * weights[i] / 2;
            }

            for (var i = 0; i < vectors.Length; i++)
            {
                var score = 0.0;
                foreach (var (place, value) in vectors[i]) score += value * weights[place];
                var sign = attacks[i] ? 1 : -1;
                var margin = sign * score;
                var cost = strength * share[attacks[i] ? 1 : 0];
                loss += cost * (margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : -margin + Math.Log(1 + Math.Exp(margin)));
                var slope = -cost * sign / (1 + Math.Exp(margin));
                foreach (var (place, value) in vectors[i]) gradient[place] += slope * value;
            }

            return loss;
        });
        return [.. weights.Select(weight => (float)weight)];
    }
}
