using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Sales;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;

namespace MeliBot.Inbox.Tests.Claims;

public sealed class ClaimReplyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_persons_words_reach_the_buyer_once_however_often_they_are_sent()
    {
        await using var claim = await ClaimRoute.StartAsync();

        (await SendAsync(claim, "send-1", "Te mandamos otro.")).IsDone.ShouldBeTrue();
        (await SendAsync(claim, "send-1", "Te mandamos otro.")).IsDone.ShouldBeTrue();
        var view = await claim.UntilAsync(view => view.Messages.Any(message => message is { Author: ClaimAuthor.Person, Key: not null }));

        var ours = claim.World.Claims.Find(claim.Claim)!.Messages.Where(message => message.Sender == ClaimRoles.Respondent).ToList();
        ours.ShouldHaveSingleItem().ShouldSatisfyAllConditions(message => message.Text.ShouldBe("Te mandamos otro."), message => message.Receiver.ShouldBe(ClaimRoles.Complainant));
        view.Messages.ShouldContain(message => message.By == "agent:ana");
        view.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_mediation_the_words_go_to_the_mediator()
    {
        await using var claim = await ClaimRoute.StartAsync();
        claim.World.Claims.Dispute(claim.Claim);
        await claim.LookAsync();

        await SendAsync(claim, "send-1", "Tenemos la guía de envío.");
        await claim.UntilAsync(view => view.Messages.Any(message => message is { Author: ClaimAuthor.Person, Key: not null }));

        claim.World.Claims.Find(claim.Claim)!.Messages[^1].Receiver.ShouldBe(ClaimRoles.Mediator);
    }

    [Fact]
    public async Task Words_for_the_buyer_never_go_to_the_mediator_when_the_stage_turned_meanwhile()
    {
        await using var claim = await ClaimRoute.StartAsync();
        var shown = await claim.ViewAsync();
        claim.World.Claims.Dispute(claim.Claim);

        await claim.Get<ClaimMessageDesk>().SendAsync(shown, null, ["Entre nosotros: te devuelvo la mitad."], [], "send-1", "ana", Cancel);
        var view = await claim.UntilAsync(view => view.Messages.Any(message => message.State == MessageState.Refused));

        view.Messages[^1].Reason.ShouldNotBeNull();
        claim.World.Claims.Find(claim.Claim)!.Messages.ShouldNotContain(message => message.Text.Contains("Entre nosotros"));
    }

    [Fact]
    public async Task In_a_closed_claim_nothing_is_even_tried()
    {
        await using var claim = await ClaimRoute.StartAsync();
        claim.World.Claims.Close(claim.Claim, ResolutionReasons.PaymentRefunded);
        await claim.LookAsync();

        var written = await SendAsync(claim, "send-1", "Hola");

        (written.Result, written.Reason?.Code).ShouldBe((WriteResult.NotAllowed, "claim.closed"));
        (await claim.ViewAsync()).Messages.ShouldNotContain(message => message.Author == ClaimAuthor.Person);
    }

    [Fact]
    public async Task A_file_goes_up_under_a_name_that_the_platform_takes_and_with_the_message()
    {
        await using var claim = await ClaimRoute.StartAsync();
        var (key, problem) = await claim.Get<ClaimMessageDesk>().UploadAsync(await claim.ViewAsync(), "Señal & foto (1).PNG", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0 }, Cancel);
        problem.ShouldBeNull();

        await claim.Get<ClaimMessageDesk>().SendAsync(await claim.ViewAsync(), null, ["Mirá la foto."], [key.ShouldNotBeNull()], "send-1", "ana", Cancel);
        var view = await claim.UntilAsync(view => view.Messages.Any(message => message is { Author: ClaimAuthor.Person, Key: not null }));

        view.Messages[^1].Files.ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Theory]
    [InlineData("Señal & foto (1).PNG", "Senal---foto--1.PNG")]
    [InlineData("..\\a/b.pdf", "b.pdf")]
    [InlineData("ñ.jpg", "n.jpg")]
    [InlineData("你好.jpg", "file.jpg")]
    public void A_strange_name_becomes_the_nearest_that_a_claim_takes(string name, string safe)
    {
        var made = ClaimFileNames.Safe(name);
        made.ShouldBe(safe);
        ClaimFiles.Refusal(made, 1).ShouldBeNull();
        ClaimFiles.Refusal(ClaimFileNames.Safe(new string('x', 400) + ".jpeg"), 1).ShouldBeNull();
    }

    private static async Task<Written> SendAsync(ClaimRoute claim, string send, string text) =>
        await claim.Get<ClaimMessageDesk>().SendAsync(await claim.ViewAsync(), null, [text], [], send, "ana", Cancel);
}
