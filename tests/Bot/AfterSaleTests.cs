using MeliBot.Bot.Demo;
using MeliBot.Simulator;

namespace MeliBot.Bot.Tests;

/// <summary>A buyer who has bought writes to a running host, and reads what the shipped playbook makes of the sale.</summary>
public sealed class AfterSaleTests : IAsyncLifetime
{
    private readonly DemoFolder _folder = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(3));
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private SimulatorHost _simulator = null!;
    private Worker _worker = null!;
    private WorldUser _seller = null!;
    private WorldUser _buyer = null!;
    private WorldItem _item = null!;

    [Fact]
    public async Task A_buyer_is_told_the_tracking_number_of_the_sale_that_he_writes_about()
    {
        var order = Bought();
        var shipment = _simulator.World.Sales.Move(order.ShipmentId!.Value, "shipped");

        var answer = await AnswerAsync(order, "Hola! ya lo despacharon? me pasás el código de seguimiento?");

        answer.ShouldContain(shipment.Tracking!);
    }

    [Fact]
    public async Task Who_wants_to_cancel_waits_for_a_person_and_gets_no_automatic_word()
    {
        var order = Bought();
        _simulator.World.Messages.WriteAsBuyer(order.Conversation, "quiero cancelar la compra por favor");

        ConsoleRun list;
        do list = await ConsoleRun.OfAsync(["conversations", "show", $"orders:{_seller.Id}:{order.Conversation}", "--settings", _worker.SettingsFile]);
        while (!list.Out.Contains("draft", StringComparison.Ordinal) && !_patience.IsCancellationRequested);

        list.Out.ShouldContain("sale_cancel");
        _simulator.World.Messages.Of(order.Conversation).ShouldAllBe(message => !message.FromSeller);
    }

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync();
        _worker = new Worker(_folder);
        var world = _simulator.World;
        var application = world.CreateApplication(new NewApplication { Secret = _worker.ClientSecret, RedirectUri = _worker.Redirect.OriginalString, CallbackUrl = _worker.Callback, Topics = ["questions", "messages", "orders_v2", "shipments"], Pkce = true });
        _seller = world.CreateSeller();
        _buyer = world.CreateBuyer();
        _item = world.CreateItem(new() { SellerId = _seller.Id, Title = "Termo de acero 1 L", Price = 1000, Stock = 10 });
        await _worker.ConfigureAsync(_simulator.Url, application.Id, _patience.Token);
        await _worker.StartAsync(_patience.Token);
        await Linking.LinkAsync(_worker.Control, _browser, new SimulatorUser(_seller.Id, _seller.Nickname, _seller.SiteId, true, null), _patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _simulator.DisposeAsync();
        _browser.Dispose();
        _patience.Dispose();
        _folder.Keep = false;
        _folder.Dispose();
    }

    private WorldOrder Bought() => _simulator.World.Sales.Buy(new NewSale { BuyerId = _buyer.Id, Lines = [new(_item.Id)] })[0];

    private async Task<string> AnswerAsync(WorldOrder order, string text)
    {
        var news = 0L;
        _simulator.World.Messages.WriteAsBuyer(order.Conversation, text);
        for (; ; )
        {
            if (_simulator.World.Messages.Of(order.Conversation).FirstOrDefault(message => message.FromSeller) is { } answer) return answer.Text;
            news = (await _simulator.World.Happenings.NextAsync(news, _patience.Token))[^1].Seq;
        }
    }
}
