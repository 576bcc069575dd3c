using System.Globalization;
using System.Reflection;
using MeliBot.Bot.Deciding;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace MeliBot.Bot.Tests.Deciding;

public sealed class PlaybookReasonsTests
{
    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    public void Every_reason_of_the_playbooks_rules_has_words_in_the_inbox(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
            var words = services.GetRequiredService<IStringLocalizer<ReasonWords>>();
            var codes = typeof(PlaybookReasons).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(field => field.GetValue(null)).OfType<ReasonCode>().ToList();

            codes.Count.ShouldBeGreaterThan(10);
            codes.Where(code => words[code.Name].ResourceNotFound).Select(code => code.Name).ShouldBeEmpty();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
