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
}
