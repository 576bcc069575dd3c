using System.Globalization;
using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

/// <summary>The Simulator's own page, on which a person is the buyer.</summary>
public sealed class PlayingTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_person_buys_pays_writes_attaches_a_file_and_cancels()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await fixture.StartedAsync();
        await using var simulator = await SimulatorHost.StartAsync();
        var seller = simulator.World.CreateSeller();
        simulator.World.CreateBuyer(new NewUser { Nickname = "ANA" });
        simulator.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza", Stock = 3 });
        var page = await fixture.Browser.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(new Uri(simulator.Url, "play").AbsoluteUri);
        await Expect(page.Locator("#buyer option")).ToHaveCountAsync(1);
        await Expect(page.Locator("#item option")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Buy, pay later" }).ClickAsync();
        var sale = page.Locator("#sales > li[data-id]");
        await Expect(sale.Locator(".status")).ToHaveTextAsync("payment_required");
        await sale.GetByRole(AriaRole.Button, new() { Name = "Pay", Exact = true }).ClickAsync();
        await Expect(sale.Locator(".status")).ToHaveTextAsync("paid");

        await sale.GetByLabel("Message").FillAsync("¿Cuándo llega? <img src=x onerror=alert(1)>");
        await sale.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = [1, 2, 3] });
        await sale.GetByRole(AriaRole.Button, new() { Name = "Write as the buyer" }).ClickAsync();
        await Expect(sale.Locator(".chat")).ToContainTextAsync("onerror=alert(1)");
        await Expect(sale.Locator(".chat")).ToContainTextAsync("foto.png");
        await Expect(sale.Locator(".chat img")).ToHaveCountAsync(0);

        await sale.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(sale.Locator(".status")).ToHaveTextAsync("cancelled");

        var order = simulator.World.Sales.All.ShouldHaveSingleItem();
        order.Status.ShouldBe("cancelled");
        simulator.World.Messages.All.ShouldHaveSingleItem().Files.ShouldHaveSingleItem().Name.ShouldBe("foto.png");
        simulator.World.Messages.Threads.ShouldHaveSingleItem().Pack.ToString(CultureInfo.InvariantCulture).ShouldBe(await sale.GetAttributeAsync("data-id"));
        errors.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_person_complains_writes_as_buyer_and_mediator_takes_an_offer_and_sends_the_product_back()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        await fixture.StartedAsync();
        await using var simulator = await SimulatorHost.StartAsync();
        var world = simulator.World;
        var (seller, buyer) = (world.CreateSeller(), world.CreateBuyer(new NewUser { Nickname = "ANA" }));
        var item = world.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza", Stock = 3 });
        world.Sales.Buy(new NewSale { BuyerId = buyer.Id, Lines = [new SaleLine(item.Id)] });
        var page = await fixture.Browser.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(new Uri(simulator.Url, "play").AbsoluteUri);

        var sale = page.Locator("#sales > li[data-id]");
        await sale.GetByLabel("Reason of the claim").SelectOptionAsync("PDD9549");
        await sale.GetByRole(AriaRole.Button, new() { Name = "Open a claim" }).ClickAsync();
        var claim = page.Locator("#claims > li[data-id]");
        await Expect(claim).ToContainTextAsync("to act: seller");
        await Expect(sale.Locator(".blocked")).ToContainTextAsync("blocked_by_mediation");
        await claim.GetByLabel("Message in the claim").FillAsync("¿Me lo cambian?");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Write as the buyer" }).ClickAsync();
        await Expect(claim.Locator(".chat")).ToContainTextAsync("¿Me lo cambian?");

        await claim.GetByLabel("Seller elsewhere…").SelectOptionAsync("allow-return");
        await claim.GetByLabel("Move the return…").SelectOptionAsync("shipped");
        await Expect(claim).ToContainTextAsync("shipped, money retained");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Buyer asks for a mediator" }).ClickAsync();
        await claim.GetByLabel("Message in the claim").FillAsync("<b>Hola</b>");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Write as the mediator" }).ClickAsync();
        await Expect(claim.Locator(".chat")).ToContainTextAsync("<b>Hola</b>");
        await Expect(claim.Locator(".chat b")).ToHaveCountAsync(0);
        await claim.GetByLabel("Decide…").SelectOptionAsync(new SelectOptionValue { Label = "for the buyer, Mercado Libre pays" });
        await Expect(claim).ToContainTextAsync("coverage_decision");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Expect(claim.Locator(".status")).ToHaveTextAsync("opened");

        world.Claims.All.ShouldHaveSingleItem().StatusChanges.Select(change => change.Status).ShouldBe(["opened", "opened", "closed", "opened"]);
        errors.ShouldBeEmpty();
        await page.CloseAsync();
    }
}
