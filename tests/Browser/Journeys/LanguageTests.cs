using MeliBot.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class LanguageTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_page_stays_in_its_persons_language_whoever_changes_what_it_shows()
    {
        var shop = await Stage.OpenShopAsync();
        var buyer = shop.NewBuyer();
        var first = shop.Ask("Hola, tienen stock?", buyer);
        var spanish = await DeskOfAsync(Who.Agent, new() { Locale = "es-AR" });
        await spanish.Page.GotoAsync(first.Path);
        var states = spanish.Pane.Locator(".card .state");
        await Expect(states).ToHaveTextAsync(["Espera aprobación"]);

        // By the route, by another person's look, and by another person's act.
        shop.Ask("Me hacen un descuento si llevo dos?", buyer);
        await Expect(states).ToHaveTextAsync(["Espera aprobación", "Espera aprobación"]);
        var english = await DeskOfAsync(Who.OtherAgent);
        await english.GoAsync(first);
        await Expect(spanish.Pane.Locator(".owner")).ToContainTextAsync("También mira");
        await english.Button("Take over").ClickAsync();
        await Expect(spanish.Pane.Locator(".happening")).ToContainTextAsync("tomó la conversación");

        await Expect(states).ToHaveTextAsync(["Espera aprobación", "Espera aprobación"]);
        await Expect(spanish.Pane.Locator(".reason").First).ToContainTextAsync("Modo borrador");
        await Expect(spanish.Pane).Not.ToContainTextAsync("Waits for approval");
        await Expect(spanish.Pane).Not.ToContainTextAsync("Read again");
    }
}
