namespace MeliBot.Simulator.Tests;

public sealed class ClaimLivesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_one_player_at_most_must_act_money_goes_back_once_and_closed_ones_offer_nothing(int seed)
    {
        await using var play = await Playground.StartFrozenAsync(options => options.Seed = seed);
        var lives = new ClaimLives(play.World, seed);
        for (var life = 0; life < 150; life++)
        {
            var claim = lives.Begin(play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.World.CreateItem(new() { SellerId = play.Seller.Id, Title = "Pava" }).Id)] })[0]);
            for (var step = 0; step < 40 && lives.Step(claim.Id); step++)
            {
                play.World.Clock.Advance(TimeSpan.FromHours(step % 5));
                Check(play.World, play.Claim(claim.Id));
            }
        }

        play.World.Journal.MoneyActions().ShouldBeEmpty();
        var claims = play.World.Claims.All;
        claims.Select(claim => claim.Type).Distinct().Count().ShouldBe(ClaimTypes.All.Count + 1);
        claims.Count(claim => !claim.IsOpen).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_lives()
    {
        async Task<string> Lives()
        {
            await using var play = await Playground.StartFrozenAsync();
            var lives = new ClaimLives(play.World, 7);
            for (var life = 0; life < 20; life++)
            {
                var claim = lives.Begin(play.Buy(pay: false));
                for (var step = 0; step < 10 && lives.Step(claim.Id); step++) play.World.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            return string.Join('\n', play.World.Claims.All.Select(claim => string.Join(',', claim.ActionsTaken.Select(act => act.Action))));
        }

        (await Lives()).ShouldBe(await Lives());
    }

    private static void Check(World world, WorldClaim claim)
    {
        var all = ClaimOffice.ActionsOf(claim, ClaimRoles.Complainant).Concat(ClaimOffice.ActionsOf(claim, ClaimRoles.Respondent)).ToList();
        all.Count(action => action.Mandatory).ShouldBeLessThanOrEqualTo(1);
        if (!claim.IsOpen) all.ShouldBeEmpty();
        var back = world.Journal.Accepted(EffectKinds.MoneyReturned, $"{claim.Id}").Sum(effect => effect.Amount ?? 0);
        back.ShouldBe(claim.Refunded);
        back.ShouldBeLessThanOrEqualTo(claim.OrderId is { } order ? world.Sales.Order(order)!.Total : 0);
        foreach (var message in claim.Messages.Where(message => message.Receiver == ClaimRoles.Mediator)) message.Stage.ShouldBe(ClaimStages.Dispute);
    }
}
