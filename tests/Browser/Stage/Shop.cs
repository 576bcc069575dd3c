using MeliBot.Simulator;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>A linked seller of one journey's own, with a listing; nobody else asks here.</summary>
internal sealed class Shop(InboxStage stage, WorldUser seller, WorldItem item)
{
    public WorldUser Seller => seller;

    public WorldItem Item => item;

    public WorldUser NewBuyer(string? nickname = null) => stage.World.CreateBuyer(new NewUser { Nickname = nickname });

    /// <summary>A buyer asks; a new one unless another is named.</summary>
    public Asked Ask(string text = "Hola, tienen stock?", WorldUser? buyer = null, WorldItem? about = null)
    {
        buyer ??= NewBuyer();
        about ??= item;
        return new Asked(stage.World, stage.World.Ask(buyer.Id, about.Id, text), buyer);
    }

    /// <summary>A buyer buys the listing; a new one unless another is named.</summary>
    /// <param name="pay">The payment is approved at once.</param>
    /// <param name="how">What else there is to say about it.</param>
    public Sold Sell(bool pay = true, WorldUser? buyer = null, Func<NewSale, NewSale>? how = null)
    {
        buyer ??= NewBuyer();
        var sale = new NewSale { BuyerId = buyer.Id, Lines = [new(item.Id)], Pay = pay };
        return new Sold(stage.World, stage.World.Sales.Buy(how is null ? sale : how(sale))[0], buyer);
    }

    /// <summary>The buyer of a sale complains: what came is broken, unless it is said otherwise.</summary>
    public Claimed Claim(Sold? sold = null, Func<NewClaim, NewClaim>? how = null)
    {
        sold ??= Sell();
        var claim = new NewClaim { OrderId = sold.Order.Id, ReasonId = "PDD9549", Text = "Llegó roto, xyzzy." };
        return new Claimed(stage.World, stage.World.Claims.Open(how is null ? claim : how(claim)).Id, sold);
    }
}

/// <summary>A question that was put, and what the platform knows of it.</summary>
internal sealed record Asked(World World, WorldQuestion Question, WorldUser Buyer)
{
    public long Id => Question.Id;

    public string Conversation => $"questions:{Question.SellerId}:{Question.ItemId}:{Question.BuyerId}";

    public string Path => $"/inbox/{Uri.EscapeDataString(Conversation)}";

    /// <summary>How many answers the platform took, from wherever.</summary>
    public int Accepted => World.Journal.Accepted(EffectKinds.Answer, $"{Id}").Count;

    /// <summary>Waits until the platform has an answer.</summary>
    public async Task<string> AnswerAsync() =>
        (await World.WaitForAnswerAsync(Id, TestContext.Current.CancellationToken).WaitAsync(Patience.Span, TestContext.Current.CancellationToken)).Text;

    /// <summary>The platform has this answer, took it once and refused none.</summary>
    public async Task ShouldBeAnsweredOnceAsync(string text)
    {
        (await AnswerAsync()).ShouldBe(text);
        Accepted.ShouldBe(1);
        World.Journal.Refused(EffectKinds.Answer, $"{Id}").ShouldBeEmpty();
    }

    public void ShouldBeUnanswered()
    {
        World.Question(Id)!.Answer.ShouldBeNull();
        Accepted.ShouldBe(0);
    }
}
