using System.Globalization;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Load;

/// <summary>Buyers who have bought, each in a sale of their own, and write in it again and again.</summary>
internal sealed class SaleBuyers
{
    private readonly World _world;
    private readonly Dictionary<long, int> _written = [];

    private readonly string _text;

    /// <param name="text">What they write, with a number behind it.</param>
    public SaleBuyers(World world, WorldUser seller, int sales, string text = "¿Cuándo llega?")
    {
        (_world, _text) = (world, text);
        var item = world.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza", Price = 100, Stock = sales });
        for (var i = 0; i < sales; i++)
            _written.Add(world.Sales.Buy(new NewSale { BuyerId = world.CreateBuyer().Id, Lines = [new(item.Id)] })[0].Conversation, 0);
    }

    /// <summary>How many messages were written in each sale.</summary>
    public IReadOnlyDictionary<long, int> Written => _written;

    /// <summary>One message in each of so many sales, in the order of their numbers.</summary>
    public void Write(int count)
    {
        foreach (var pack in _written.Keys.Take(count).ToList()) Write(pack);
    }

    public WorldMessage Write(long pack)
    {
        _written[pack]++;
        return _world.Messages.WriteAsBuyer(pack, string.Create(CultureInfo.InvariantCulture, $"{_text} ({_written[pack]})"));
    }
}
