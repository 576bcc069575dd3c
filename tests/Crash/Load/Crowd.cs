using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Load;

/// <summary>Buyers of several sellers, each conversation one buyer on one item.</summary>
internal sealed class Crowd
{
    private readonly World _world;
    private readonly (WorldUser Buyer, WorldItem Item)[] _pairs;
    private readonly List<WorldQuestion> _asked = [];
    private int _next;

    /// <param name="conversations">So many of each seller, about.</param>
    public Crowd(World world, IReadOnlyList<WorldUser> sellers, int conversations, Random random)
    {
        _world = world;
        var side = (int)Math.Ceiling(Math.Sqrt(conversations));
        var buyers = Enumerable.Range(0, side).Select(_ => world.CreateBuyer()).ToList();
        _pairs =
        [
            .. from seller in sellers
               from item in Enumerable.Range(1, side).Select(n => world.CreateItem(new() { SellerId = seller.Id, Title = $"Taza {n}", Price = 100 * n, Stock = n })).ToList()
               from buyer in buyers
               select (buyer, item),
        ];
        random.Shuffle(_pairs);
    }

    public IReadOnlyList<WorldQuestion> Asked => _asked;

    /// <summary>The next questions, one a conversation, over and over through all of them.</summary>
    public IReadOnlyList<WorldQuestion> Ask(int count)
    {
        var asked = new WorldQuestion[count];
        for (var i = 0; i < count; i++)
        {
            var (buyer, item) = _pairs[_next++ % _pairs.Length];
            asked[i] = _world.Ask(buyer.Id, item.Id, $"¿Hay stock? Consulta {_asked.Count + i}");
        }

        _asked.AddRange(asked);
        return asked;
    }
}
