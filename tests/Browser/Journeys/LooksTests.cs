using MeliBot.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class LooksTests(BrowserFixture fixture) : Journey(fixture)
{
    private const string Width = "() => document.documentElement.scrollWidth";

    [Fact]
    public async Task On_a_telephone_360_pixels_wide_an_agent_finds_opens_and_answers()
    {
        var shop = await Stage.OpenShopAsync(title: "Zapatillas urbanas livianas con plantilla de memoria y cordones reflectivos");
        var asked = shop.Ask("Hola, tienen stock? " + new string('x', 90));
        var desk = await DeskOfAsync(Who.Agent, new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true });
        await desk.GoAsync(shop);
        await Expect(desk.Row(asked)).ToBeVisibleAsync();
        (await desk.Page.EvaluateAsync<int>(Width)).ShouldBe(360);

        var card = await desk.OpenAsync(asked);
        await card.Itself.Locator("details.trace summary").ClickAsync();
        await card.WriteAsync("Sí, hay stock.");
        (await desk.Page.EvaluateAsync<int>(Width)).ShouldBe(360);
        await card.Send.ClickAsync();
        await asked.ShouldBeAnsweredOnceAsync("Sí, hay stock.");
        await desk.Page.GoBackAsync();
        await Expect(desk.Search).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/orders")]
    [InlineData("/console")]
    [InlineData("/quick-texts")]
    [InlineData("/accounts")]
    [InlineData("/people")]
    [InlineData("/status")]
    [InlineData("/me")]
    public async Task No_page_is_wider_than_a_telephone(string path)
    {
        var page = await PageOfAsync(Who.Administrator, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await page.GotoAsync(path);
        await Expect(page.Locator("h1").First).ToBeVisibleAsync();

        (await page.EvaluateAsync<int>(Width)).ShouldBeLessThanOrEqualTo(360);
    }

    [Fact]
    public async Task Dark_follows_the_system_until_a_person_chooses_and_the_choice_stays()
    {
        var page = await PageOfAsync(Who.Agent, new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync("/inbox");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-dark", "1");
        await Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(20, 22, 26)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Light colours" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-dark", "0");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-dark", "0");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("es-AR", "es", "Bandeja", "Aprobar y enviar")]
    [InlineData("pt-BR", "pt", "Caixa", "Aprovar e enviar")]
    [InlineData("en-US", "en", "Inbox", "Approve and send")]
    [InlineData("fr-FR", "es", "Bandeja", "Aprobar y enviar")]
    public async Task A_browser_is_spoken_to_in_its_language_or_in_Spanish(string locale, string language, string heading, string approve)
    {
        var shop = await Stage.OpenShopAsync();
        var asked = shop.Ask();
        var page = await PageOfAsync(Who.Agent, new() { Locale = locale });
        await page.GotoAsync("/inbox");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page.Locator("nav").GetByRole(AriaRole.Link).First).ToContainTextAsync(heading);

        await page.GotoAsync(asked.Path);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = approve })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_chosen_language_is_kept_whatever_the_browser_asks_for()
    {
        var page = await PageOfAsync(Who.Viewer, new() { Locale = "es-AR" });
        await page.GotoAsync("/me");
        await page.SelectOptionAsync("#language", "pt");
        await page.ClickAsync("form[action='/language'] button");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "pt");
        await page.GotoAsync("/inbox");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "pt");
    }
}
