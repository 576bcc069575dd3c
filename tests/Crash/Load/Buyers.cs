using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Load;

/// <summary>Buyers who ask what the bot surely answers, again and again, on a few items.</summary>
internal sealed class Buyers(World world, IReadOnlyList<WorldUser> buyers, IReadOnlyList<WorldItem> items, Random random)
{
    private static readonly string[] Texts =
    [
        "Hola, tenés stock?", "Hola! hacen envíos gratis?", "Buenas, cuál es el precio final?", "Qué garantía tiene?", "Tenés stock y cuánto sale?",
    ];

    private readonly List<WorldQuestion> _asked = [];

    public IReadOnlyList<WorldQuestion> Asked => _asked;

    public WorldQuestion Ask()
    {
        var question = world.Ask(buyers[random.Next(buyers.Count)].Id, items[random.Next(items.Count)].Id, Texts[random.Next(Texts.Length)]);
        _asked.Add(question);
        return question;
    }

    /// <summary>Asks at this pace until <paramref name="until"/> is cancelled.</summary>
    public async Task KeepAskingAsync(TimeSpan every, CancellationToken until)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(until))
                Ask();
        }
        catch (OperationCanceledException)
        {
            // They have asked enough.
        }
    }
}
