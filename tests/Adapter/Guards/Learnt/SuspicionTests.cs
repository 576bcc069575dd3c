using System.Runtime.CompilerServices;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Guards.Learnt;

namespace MeliBot.Adapter.Tests.Guards.Learnt;

/// <summary>After a change of the corpora: <c>MELIBOT_TRAIN_GUARDS=1</c> and this class make the shipped model again.</summary>
public sealed class SuspicionTests
{
    /// <summary>Of the corpora's innocent texts that the model hasn't seen, so many are held. Most of them were written to resemble what is held, or are chattier than a playbook.</summary>
    private const double Held = 0.0245;

    /// <summary>In a claim more: what is sent there a person reads first, and the innocents of the corpus were written to resemble what is held.</summary>
    private const double HeldInClaims = 0.015;

    /// <summary>By how much less a sentence counts by itself than a text: where it counts as much, some cheerful sentence of an innocent answer sets the threshold.</summary>
    private const float LessOfSentence = 2;

    /// <summary>In a claim a threat stands among kind words.</summary>
    private const float LessOfSentenceInClaims = 0;

    [Fact]
    public void The_shipped_weights_are_learnt_from_the_corpora_as_they_are()
    {
        var (beforeSale, inClaims) = (SuspicionTrainer.Corpora(), SuspicionTrainer.Claims());
        if (Environment.GetEnvironmentVariable("MELIBOT_TRAIN_GUARDS") is { Length: > 0 })
        {
            File.WriteAllBytes(Shipped("suspicion.model"), SuspicionTrainer.Train(beforeSale.Examples, beforeSale.Name, Held, LessOfSentence).Write());
            File.WriteAllBytes(Shipped("suspicion.claims.model"), SuspicionTrainer.Train(inClaims.Examples, inClaims.Name, HeldInClaims, LessOfSentenceInClaims).Write());
        }
        else
        {
            SuspicionGuard.LearntFrom.ShouldBe((beforeSale.Name, inClaims.Name), "The corpora changed: learn the weights again (docs/composing.md).");
        }
    }

    [Fact]
    public void What_it_has_learnt_holds_for_texts_that_it_has_not_seen()
    {
        var (caught, held) = Unseen(SuspicionTrainer.Corpora(), claim: false, Held);
        caught.ShouldBeGreaterThan(0.6);
        held.ShouldBeLessThan(1.5 * Held);
    }

    [Fact]
    public void So_it_does_in_claims_of_which_it_has_read_less()
    {
        var (caught, held) = Unseen(SuspicionTrainer.Claims(), claim: true, HeldInClaims);
        caught.ShouldBeGreaterThan(0.5);
        held.ShouldBeLessThan(0.04);
    }

    private static (double Caught, double Held) Unseen((IReadOnlyList<SuspicionTrainer.Example> Examples, string Name) all, bool claim, double held)
    {
        // A third of the corpora where they are large: enough to tell, in a third of the time.
        var some = all.Examples.Count > 5_000 ? [.. all.Examples.Where((_, i) => i % 3 == 0)] : all.Examples;
        var unseen = some.Where((_, i) => i % 4 == 0).ToList();
        var model = SuspicionTrainer.Train([.. some.Where((_, i) => i % 4 != 0)], all.Name, held, claim ? LessOfSentenceInClaims : LessOfSentence);
        var guard = new SuspicionGuard(() => model, () => model);
        return (Share(true), Share(false));

        double Share(bool attacks) => unseen.Where(example => example.IsAttack == attacks).Average(example => guard.Check(new(example.Text, presale: !claim, claim)).Count);
    }

    [Fact]
    public void A_model_comes_back_from_its_file_and_another_file_is_refused()
    {
        var dice = new Random(1);
        var features = TextFeatures.Tables * TextFeatures.Table;
        var model = new SuspicionModel("some", [.. Enumerable.Range(0, features).Select(_ => 9 * dice.NextSingle())], [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, features).Select(_ => dice.NextSingle() - 0.5f).ToArray())], 2.5f, 0.5f);
        var file = model.Write();

        var back = SuspicionModel.Read(file);

        (back.Corpora, back.Threshold).ShouldBe(("some", model.Threshold));
        foreach (var text in (string[])["llamame al once cincuenta y cinco", "si, tenemos stock", "hola, gracias por tu pregunta. llamame al once cincuenta y cinco."]) back.Worst(text).Score.ShouldBe(model.Worst(text).Score, 0.25);
        Should.Throw<InvalidDataException>(() => SuspicionModel.Read(file.AsSpan(0, 100)));
        Should.Throw<InvalidDataException>(() => SuspicionModel.Read("something else altogether"u8));
    }

    [Fact]
    public void Before_it_is_sold_and_in_claims_only() =>
        new SuspicionGuard().Check(new GuardRequest(Corpus.Attacks("attacks.txt")[0].Text, presale: false)).ShouldBeEmpty();

    private static string Shipped(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/Adapter/Outbound/Guards/Learnt", name));
}
