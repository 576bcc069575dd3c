using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Load;

/// <summary>Buyers who ask what the bot surely answers, again and again, on a few items of one seller.</summary>
internal sealed class Buyers(World world, IReadOnlyList<WorldUser> buyers, IReadOnlyList<WorldItem> items, Random random)
{
    private static readonly string[] Texts =
    [
        "Hola, tenés stock?", "Hola! hacen envíos gratis?", "Buenas, cuál es el precio final?", "Qué garantía tiene?", "Tenés stock y cuánto sale?",
    ];

    private readonly List<WorldQuestion> _asked = [];

    public IReadOnlyList<WorldQuestion> Asked => _asked;

    public static Buyers Of(World world, WorldUser seller, int items, int buyers, Random random) => new(
        world,
        [.. Enumerable.Range(1, buyers).Select(_ => world.CreateBuyer())],
        [
            .. Enumerable.Range(1, items).Select(n => world.CreateItem(new()
            {
                SellerId = seller.Id,
                Title = $"Termo de acero {n} L",
                Price = 1000 * n,
                Stock = 10 * n,
                Warranty = new("Garantía de fábrica", "6 meses"),
            })),
        ],
        random);

    public WorldQuestion Ask() => Ask(buyers[random.Next(buyers.Count)], items[random.Next(items.Count)]);

    /// <summary>One question in each of so many conversations, in a random order; again from the first when they are fewer.</summary>
    public IReadOnlyList<WorldQuestion> AskMany(int count)
    {
        var all = (from buyer in buyers from item in items select (buyer, item)).ToArray();
        random.Shuffle(all);
        return [.. Enumerable.Range(0, count).Select(i => all[i % all.Length]).Select(pair => Ask(pair.buyer, pair.item))];
    }

    /// <summary>Asks at this pace until <paramref name="until"/> is cancelled.</summary>
    /// <param name="mostOpen">While so many are unanswered nobody asks.</param>
    public async Task KeepAskingAsync(TimeSpan every, CancellationToken until, int mostOpen = int.MaxValue)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(until))
            {
                if (_asked.Count < mostOpen || _asked.Count(question => world.Question(question.Id)?.Answer is null) < mostOpen)
                    Ask();
            }
        }
        catch (OperationCanceledException)
        {
            // They have asked enough.
        }
    }

    private WorldQuestion Ask(WorldUser buyer, WorldItem item)
    {
        var question = world.Ask(buyer.Id, item.Id, Texts[random.Next(Texts.Length)]);
        _asked.Add(question);
        return question;
    }
}
