using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Journeys;

public sealed class AccountTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task An_account_is_linked_through_the_country_and_Mercado_Libres_own_page_and_unlinked_again()
    {
        var seller = Stage.World.CreateSeller(new NewUser { Nickname = "LOJA_DA_BIA", Site = "MLB" });
        var page = await PageOfAsync(Who.Administrator);
        await BeginAsync(page, "MLB");
        await page.Locator($"input[name=user][value='{seller.Id}']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Expect(page.GetByText("LOJA_DA_BIA").First).ToBeVisibleAsync();
        await Expect(page.GetByText($"{seller.Id}").First).ToBeVisibleAsync();

        await page.GotoAsync("/accounts");
        var row = page.Locator("tr", new() { HasText = $"{seller.Id}" });
        await Expect(row).ToContainTextAsync("connected");
        await row.GetByRole(AriaRole.Button, new() { Name = "Unlink" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Expect(row).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Unlink" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Unlink" }).ClickAsync();

        await Expect(row).ToHaveCountAsync(0);
        Stage.World.Journal.Accepted(EffectKinds.Revoke).ShouldContain(effect => effect.UserId == seller.Id);
    }

    [Fact]
    public async Task Whoever_cancels_at_Mercado_Libre_is_told_that_nothing_is_linked_and_what_to_do()
    {
        var page = await PageOfAsync(Who.Administrator);
        await BeginAsync(page, "MLA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(page.GetByText("isn't linked").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the accounts" }).ClickAsync();
        await page.ArriveAsync("**/accounts");
    }

    [Fact]
    public async Task A_colleagues_login_of_the_seller_is_refused_with_who_must_agree()
    {
        var seller = Stage.World.CreateSeller(new NewUser { Nickname = "TIENDA_DE_EVA" });
        var colleague = Stage.World.CreateSeller(new NewUser { Nickname = "EMPLEADO_DE_EVA", OperatorOf = seller.Id });
        var page = await PageOfAsync(Who.Administrator);
        await BeginAsync(page, "MLA");
        await page.Locator($"input[name=user][value='{colleague.Id}']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

        await Expect(page.GetByText("owner or administrator")).ToBeVisibleAsync();
    }

    private static async Task BeginAsync(IPage page, string site)
    {
        await page.GotoAsync("/accounts");
        await page.SelectOptionAsync("#site", site);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go to Mercado Libre and agree" }).ClickAsync();
        await page.ArriveAsync("**/authorization?*");
    }
}
