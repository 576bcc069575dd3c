using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Messages;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Tests;

/// <summary>What ships for claims can be sent as it stands, and promises, threatens and presses nobody.</summary>
public class ClaimTextTests
{
    private static readonly ContentGuards Guards = new(ContentGuards.Default);

    [Fact]
    public void No_guard_objects_to_a_shipped_text_in_a_claim() =>
        SaleTextTests.Trackings.SelectMany(tracking => Texts(tracking.Data))
            .SelectMany(said => Guards.Check(new GuardRequest(said.Text, presale: false, claim: true)).Select(finding => $"{said.Name}: {finding.Reason.Text} \"{said.Text}\"")).ShouldBeEmpty();

    [Fact]
    public void A_shipped_text_is_in_letters_that_Mercado_Libre_takes_and_short()
    {
        foreach (var (name, text) in Texts("MEL41234567890FMXDF01"))
        {
            var message = MessageText.Normalise(text);
            message.Lost.ShouldBeEmpty(name);
            message.Text.ShouldBe(text, name);
            text.Length.ShouldBeLessThanOrEqualTo(350, name);
        }
    }

    [Fact]
    public void Each_text_has_three_wordings_or_more_in_each_voice_in_Spanish_and_Portuguese()
    {
        foreach (var (name, text) in Local())
        {
            text.Variations.Keys.ShouldContain("es", name);
            text.Variations.Keys.ShouldContain("pt", name);
            foreach (var wordings in text.Variations.Values) wordings.Select(w => w.Text).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(3, name);
        }
    }

    private static IEnumerable<(string Name, string Text)> Texts(string tracking) =>
        Local().SelectMany(local => local.Text.Variations.Values.SelectMany(v => v).Select(template => (local.Name, template.Text
            .Replace("{{ shipment.tracking }}", tracking, StringComparison.Ordinal)
            .Replace("{{ shipment.carrier }}", "Andreani Estándar", StringComparison.Ordinal)
            .Replace("{{ shipment.status }}", "delivered", StringComparison.Ordinal)
            .Replace("{{ shipment.promised | date }}", "28/11", StringComparison.Ordinal))));

    private static IEnumerable<(string Name, LocalText Text)> Local()
    {
        foreach (var fragment in ShippedPlaybook.Playbook.Replies.Values.Where(r => r.Name.StartsWith("claim_", StringComparison.Ordinal)).SelectMany(r => r.Fragments).Where(f => f.Say is not null)) yield return (fragment.Name, fragment.Say!);
        foreach (var dialog in ShippedPlaybook.Playbook.Dialogs.Values.Where(d => d.Kind == "claims"))
        {
            foreach (var ask in Steps(dialog.Steps).OfType<AskStep>()) yield return (dialog.Name, ask.Text);
            foreach (var say in Steps(dialog.Steps).OfType<SayStep>().Where(s => s.Text is not null)) yield return (dialog.Name, say.Text!);
        }
    }

    private static IEnumerable<Step> Steps(IEnumerable<Step> steps) => steps.SelectMany(step => step is IfStep fork ? Steps(fork.Then).Concat(Steps(fork.Else)) : [step]);
}
