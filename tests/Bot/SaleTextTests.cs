using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Messages;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Tests;

/// <summary>What ships for messages can be sent as it stands, whatever the facts are.</summary>
public class SaleTextTests
{
    private static readonly ContentGuards Guards = new(ContentGuards.Default);

    public static TheoryData<string> Trackings => ["360002983749182", "QB123456789BR", "AR123456", "MEL41234567890FMXDF01", "7489123456", "1130004567"];

    [Theory]
    [MemberData(nameof(Trackings))]
    public void No_guard_objects_to_a_shipped_text(string tracking)
    {
        foreach (var (name, text) in Texts(tracking)) Guards.Check(new GuardRequest(text, presale: false)).Select(f => $"{name}: {f.Reason.Text} \"{text}\"").ShouldBeEmpty();
    }

    [Fact]
    public void A_shipped_text_is_one_message_in_letters_that_Mercado_Libre_takes()
    {
        foreach (var (name, text) in Texts("MEL41234567890FMXDF01"))
        {
            var message = MessageText.Normalise(text);
            message.Lost.ShouldBeEmpty(name);
            message.Text.ShouldBe(text, name);
            text.Length.ShouldBeLessThanOrEqualTo(350, name);
        }
    }

    private static IEnumerable<(string Name, string Text)> Texts(string tracking)
    {
        foreach (var fragment in ShippedPlaybook.Playbook.Replies.Values.Where(r => r.Name.StartsWith("sale_", StringComparison.Ordinal)).SelectMany(r => r.Fragments))
        {
            foreach (var template in fragment.Say?.Variations.Values.SelectMany(v => v) ?? [])
            {
                yield return (fragment.Name, template.Text
                    .Replace("{{ shipment.tracking }}", tracking, StringComparison.Ordinal)
                    .Replace("{{ shipment.carrier }}", "Andreani Estándar", StringComparison.Ordinal)
                    .Replace("{{ shipment.promised | date }}", "28/11", StringComparison.Ordinal));
            }
        }
    }
}
