namespace ModelBuilder.Extraction;

/// <summary>What kind of number a line holds.</summary>
internal enum LineNature
{
    /// <summary>Money of a period: a percentage said of it is growth, or its margin.</summary>
    Flow,

    /// <summary>Money at a day.</summary>
    Balance,

    /// <summary>A ratio: a change of it is in points.</summary>
    Ratio,

    /// <summary>Money a share.</summary>
    PerShare,

    /// <summary>Money for one of what is sold or made: a barrel, a night, an order.</summary>
    Price,

    /// <summary>Things counted: users, stores, shipments.</summary>
    Count,

    /// <summary>How many times one thing another is at a day: "net debt was 2.5 times EBITDA".</summary>
    Multiple,

    /// <summary>A growth that is itself the figure (comparable sales).</summary>
    Growth,

    /// <summary>Something that is no line of a model: what follows is said of it and left out.</summary>
    None,
}

/// <summary>A name of the vocabulary.</summary>
/// <param name="Key">The line key without basis; empty for what is no line.</param>
/// <param name="Nature">What kind of number.</param>
/// <param name="Loss">True where the name says a loss, so that a positive number is negative.</param>
internal sealed record Term(string Key, LineNature Nature, bool Loss = false);

/// <summary>The general names of the lines of a model, as earnings language has them. A company's own are in its company.yaml.</summary>
internal static class Vocabulary
{
    private const LineNature Flow = LineNature.Flow;
    private const LineNature Balance = LineNature.Balance;
    private const LineNature Ratio = LineNature.Ratio;
    private const LineNature PerShare = LineNature.PerShare;
    private const LineNature None = LineNature.None;

    /// <summary>Key, nature, and the names, "|" between them; a name that begins with "-" says a loss.</summary>
    public static readonly (string Key, LineNature Nature, string Names)[] Table =
    [
        ("revenue.total", Flow, "revenue|net revenue|total revenue|total net revenue|sales|net sales|total sales|total net sales|turnover|top line|revenue from operations|total income from operations|consolidated sales|consolidated revenue"),
        ("revenue.total", LineNature.Growth, "organic growth|underlying growth|organic growth rate|constant currency growth|currency neutral growth|top line growth|organic decline"),
        ("cost.total", Flow, "cost of revenue|costs of revenue|total cost of revenue|total costs of revenue|cost of sales|total cost of sales|cost of goods sold|cogs"),
        ("gross_profit", Flow, "gross profit|gross profit dollars|gross margin dollars|gross income|growth profit|stock profit|-gross loss"),
        ("gross_margin", Ratio, "gross margin|gross profit margin|gross margin rate|gross profit rate|growth margin|growth profit margin|margin of gross profit"),
        ("research_development", Flow, "r & d|r & d expense|r and d expense|r & d cost|r & d expenditure|r & d spending|r & d investment|research & development|research & development expense|research and development|research and development expense|research and development cost|research and development expenditure"),
        ("sales_marketing", Flow, "selling and marketing|selling and marketing expense|sales and marketing|sales and marketing expense|sales & marketing|sales & marketing expense|selling & marketing|s & m expense|marketing expense|selling expense"),
        ("general_administrative", Flow, "g & a|g & a expense|g & a cost|g and a expense|general and administrative|general and administrative expense|general & administrative|general & administrative expense|administrative expense"),
        ("selling_general_administrative", Flow, "sg & a|sg & a expense|sg and a|sg and a expense|sga|sd & a|sd & a expense|selling general and administrative|sales , general and administrative|sales , general and administrative expense|selling , general & administrative|selling , general , & administrative|selling , general and administrative|selling , general and administrative expense|selling , general , and administrative expense|selling general and administrative expense|selling , distribution and administrative expense|selling , distribution and administrative"),
        ("cost.lifo", Flow, "lifo|lifo expense|lifo charge|lifo provision|lifo cost"),
        ("opex", Flow, "operating expense|total operating expense|operational expense|total operational expense|opex"),
        ("operating_income", Flow, "operating income|operating profit|income from operation|profit from operation|operation profit|op profit|segment profit|segment operating profit|segment income|segment operating income|segment earnings|segment operating earnings|operating segment income|operating segment profit|operating earnings|-operating loss|-loss from operation|-lost from operation|-loss from operational|-lost from operational|-operational loss"),
        ("operating_margin", Ratio, "operating margin|segment margin|segment operating margin|segment profit margin|operating profit margin|operating income margin|operating income rate|operating profit rate|op margin|operational margin|-operating loss margin"),
        ("kpi.restaurant_level_margin", Ratio, "restaurant level operating profit margin|restaurant level operating margin|restaurant level margin|restaurant level profit margin|restaurant operating margin"),
        ("kpi.system_sales", Flow, "system wide sales|systemwide sales|system sales"),
        ("ebitda", Flow, "ebitda|pbidta|pbidt|pbdit|pbitda|ebitda profit|-ebitda loss"),
        ("ebitdar", Flow, "ebitdar|ebitdare"),
        ("ebitdar_margin", Ratio, "ebitdar margin"),
        ("ebitda_margin", Ratio, "ebitda margin|-ebitda loss margin"),
        ("ebit", Flow, "ebit|earnings before interest and tax|earnings before interest and taxes"),
        ("ebit_margin", Ratio, "ebit margin|ebita margin"),
        ("net_income", Flow, "net income|net profit|net earnings|earnings|income from continuing operations|earnings from continuing operations|profit from continuing operations|net income from continuing operations|net income attributable to shareholders|profit for the period|profit for the year|net result|result for the period|result after tax|net result for the period|profit after tax|pat|net profit after tax|profit attributable to shareholders|profit attributable to equity holders|-net loss|-company's loss|-its loss|-our loss|-we lost|-we had lost|-company lost|-company had lost|-it lost|-it had lost"),
        ("net_margin", Ratio, "net margin|net profit margin|net income margin|-net loss margin"),
        ("pretax_income", Flow, "profit before tax|profit before taxes|profit before income tax|profit before taxation|profit before tax ( pbt )|pre tax profit|pretax profit|pre tax income|pretax income|pre tax earnings|pretax earnings|income before tax|income before taxes|income before income tax|income before income taxes|income before provision for income taxes|net income before tax|net income before taxes|earnings before tax|earnings before taxes|earnings before income taxes|pbt|-loss before tax|-loss before taxes|-loss before taxation|-loss before income tax|-loss before income taxes|-net loss before tax|-pre tax loss|-pretax loss"),
        ("pretax_margin", Ratio, "pre tax margin|pretax margin|pre tax profit margin|pretax profit margin|pbt margin"),
        ("eps", PerShare, "eps|diluted eps|basic and diluted eps|earnings per share from continuing operations"),
        ("eps_basic", PerShare, "basic eps"),
        ("kpi.pre_provision_earnings", Flow, "pre tax pre provision earnings|pretax pre provision earnings|pre tax pre provision income|pretax pre provision income|pre provision net revenue|pre provision earnings|pre provision income|pre provision profit|pre tax pre provision profit|pre provision pre tax earnings|pre provision pre tax income|ppnr"),
        ("kpi.net_operating_income", Flow, "net operating income|noi"),
        ("kpi.same_property_noi", LineNature.Growth, "same property noi|same store noi|comparable noi|like for like noi|same property net operating income|same store net operating income|same property noi growth|same store noi growth|same property cash noi|same store cash noi|cash same store noi|cash same property noi|cash same store noi growth"),
        ("kpi.ffo", Flow, "funds from operations|ffo|ffoa|affo|ffo as adjusted"),
        ("kpi.ffo_per_share", PerShare, "ffo per share|ffoa per share|affo per share|ffo as adjusted per share|ffo as adjusted per diluted share|ffos adjusted per share|affo per diluted share|nareit ffo per share|nareit ffo per diluted share|ffo per diluted share|funds from operations per share"),
        ("dividend_per_share", PerShare, "dividend per share|quarterly dividend|cash dividend"),
        ("kpi.diluted_shares", LineNature.Count, "share count|diluted share count|diluted shares outstanding|average diluted shares|weighted average diluted shares|weighted average shares|weighted average shares outstanding|average shares outstanding|shares outstanding|average diluted shares outstanding|weighted average diluted shares outstanding|average diluted share count"),
        ("share_based_compensation", Flow, "share based compensation|stock based compensation|sbc|sbc cost|sbc expense|share based compensation expense|stock based compensation expense|share based compensation cost|stock compensation|stock compensation expense|equity based compensation|equity compensation expense"),
        ("impairment", Flow, "impairment|impairment charge|impairment loss|impairment of long lived asset|goodwill impairment"),
        ("depreciation_amortization", Flow, "depreciation and amortization|depreciation and amortisation|depreciation and amortization expense|depreciation and amortization cost|d & a|depreciation|depreciation expense"),
        ("fx_gain", Flow, "foreign exchange gain|foreign currency gain|fx gain|exchange gain|-foreign exchange loss|-fx loss|-foreign currency loss|-exchange loss"),
        ("listing_expense", Flow, "listing expense|ipo expense|ipo listing expense"),
        ("disposal_loss", Flow, "loss on disposal|loss of disposal|lost on disposal|lost on the disposal|loss on the disposal|loss on disposal of property and equipment|loss of disposal of property and equipment|loss on disposal of properties and equipment|loss of disposal of properties and equipment|loss on the disposal of property and equipment|loss on disposal of fixed asset|loss of disposal of fixed asset"),
        ("interest_expense", Flow, "interest expense|net interest expense|interest cost|finance cost|net finance cost"),
        ("tax_expense", Flow, "income taxes|income tax expense|tax expense|provision for income tax|income tax provision|-income tax benefit|-tax benefit|-income tax credit"),
        ("tax_rate", Ratio, "tax rate|effective tax rate|effective income tax rate|tax provision rate|effective tax provision rate"),
        ("operating_cash_flow", Flow, "operating cash flow|cash flow|cash flow from operation|cash flow from operating activity|cash flow from operating activities|net cash from operating activities|operating cash inflow|net operating cash inflow|net operating cash flow|cash from operation|cash provided by operation|cash generated from operation|net cash generated from operating activities|net cash provided by operating activities|cash generated from operating activities|cash provided by operating activities|net cash flow from operating activities|-operating cash outflow|-net operating cash outflow|-net cash used in operating activities|-cash used in operating activities"),
        ("free_cash_flow", Flow, "free cash flow|free cash inflow|-free cash outflow"),
        ("capex", Flow, "capital expenditure|capex|cap ex|capital spending|capital investment|cash paid for property and equipment|cash paid for property , plant and equipment|purchase of property and equipment|purchases of property and equipment|additions to property and equipment"),
        ("cash_and_short_term_investments", Balance, "cash and short term investment"),
        ("cash_and_investments", Balance, "cash and investment|cash and marketable securities"),
        ("cash", Balance, "cash|cash on hand|cash and cash equivalents|cash and equivalents|cash balance|cash and cash equivalent balance|cash position|cash reserve"),
        ("net_debt", Balance, "net debt|net debt position|net debt balance|net borrowing|net borrowings|net financial debt|net financial indebtedness"),
        ("debt", Balance, "total debt|gross debt|outstanding debt|debt outstanding|long term debt|debt balance|funded debt|bank debt|total borrowings|outstanding borrowings|borrowings outstanding"),
        ("debt.short_term", Balance, "short term debt|short term borrowings"),
        ("kpi.net_leverage", LineNature.Multiple, "net leverage|net leverage ratio|leverage ratio|total leverage|total leverage ratio|total net leverage|financial leverage|leverage multiple|debt to ebitda|debt to adjusted ebitda|net debt to ebitda|net debt to adjusted ebitda|total debt to ebitda|net debt to ebitda ratio|debt to ebitda ratio|net debt to adjusted ebitda ratio|net debt to ebitdare|net debt to ebitda re|net debt to adjusted ebitdare|net debt / ebitda|net debt ebitda|net secured leverage|net secured leverage ratio|net first lien leverage"),
        ("kpi.interest_coverage", LineNature.Multiple, "interest coverage|interest coverage ratio|fixed charge coverage|fixed charge coverage ratio|debt service coverage ratio"),
        ("kpi.debt_to_equity", LineNature.Multiple, "debt to equity|debt to equity ratio|debt equity ratio|net debt to equity|net debt to equity ratio|net debt equity ratio"),
        ("kpi.debt_to_capital", Ratio, "debt to capital|debt to capital ratio|debt to total capital|debt to total capital ratio|net debt to capital|net debt to total capital|debt to capitalization|debt to total capitalization|debt to enterprise value|net debt to enterprise value|loan to value|loan to value ratio|ltv|ltv ratio|gearing|gearing ratio"),
        ("kpi.gross_leverage", LineNature.Multiple, "gross leverage|gross leverage ratio"),
        ("kpi.days_sales_outstanding", LineNature.Count, "days sales outstanding|days of sales outstanding|dso|dsos|debtor days"),
        ("kpi.days_of_inventory", LineNature.Count, "days of inventory|days inventory|days in inventory|days inventory outstanding|days inventory on hand|inventory days|dio"),
        ("kpi.days_payable_outstanding", LineNature.Count, "days payable outstanding|days payables outstanding|days of payables|dpo"),
        ("kpi.liquidity", Balance, "total liquidity|available liquidity|total available liquidity|liquidity"),
        ("inventory", Balance, "inventory|inventories|inventory balance|inventory level|ending inventory balance|merchandise inventory"),
        ("receivables", Balance, "accounts receivable|receivable|trade receivable"),
        ("share_repurchases", Flow, "share repurchase|share buyback|share buyback spend|stock repurchase|repurchase of share|buyback"),
        ("dividends", Flow, "dividend|common dividend|common stock dividend"),
        ("same_store_sales", LineNature.Growth, "comparable sales|same restaurant sales|comparable restaurant sales|same restaurant sales growth|comparable restaurant sales growth|same store sales|comp|comp sales|comparable store sales|like for like sales|comparable sales growth|comp sales growth|same store sales growth|comparable sales increase|-comparable sales decline|-same store sales decline|-comp decline|-comp sales decline|-comparable store sales decline"),
        ("backlog", Balance, "backlog|order book|orderbook|carried forward order book|order backlog|remaining performance obligation"),
        ("orders", Flow, "order intake|new orders|net orders|total orders|net new orders|customer orders|bookings"),

        // banks and insurers
        ("net_interest_income", Flow, "net interest income|nii|net interest revenue"),
        ("net_interest_margin", Ratio, "net interest margin|nim"),
        ("kpi.allowance_ratio", Ratio, "allowance for credit loss ratio|allowance for credit losses ratio|allowance ratio|acl ratio|allowance to loans ratio"),
        ("kpi.net_charge_off_ratio", Ratio, "net charge off ratio|net charge offs ratio|net charge off rate|nco ratio"),
        ("kpi.deposit_cost", Ratio, "cost of deposits|deposit cost|deposit costs|cost of total deposits|total deposit cost|total deposit costs|cost of interest bearing deposits|interest bearing deposit cost|interest bearing deposit costs|total cost of deposits|cost of funds|average cost of deposits"),
        ("kpi.average_interest_rate", Ratio, "weighted average interest rate|average interest rate|weighted average cost of debt|average cost of debt|weighted average rate"),
        ("allowance_for_credit_losses", Balance, "allowance for credit losses|allowance for loan losses|allowance for credit loss|loan loss reserve"),
        ("fee_income", Flow, "fee income|net fee income|fee and commission income|net fee and commission income|net fees and commissions|fees and commissions|net commission income|commission income"),
        ("non_interest_income", Flow, "non interest income|noninterest income|total non interest income|total noninterest income"),
        ("non_interest_expense", Flow, "non interest expense|noninterest expense|total non interest expense|total noninterest expense"),
        ("provision_for_credit_losses", Flow, "provision for credit losses|provision for loan losses|provision for credit loss|loan loss provision|loan loss provisions|credit loss provision|credit loss expense|provision expense|provisions for loan losses|loan impairment charge"),
        ("net_charge_offs", Flow, "net charge offs|net charge off|net chargeoffs"),
        ("loans", Balance, "total loans|gross loans|net loans|loan book|loan portfolio|loan balances|loans and advances|loans outstanding|loans to customers|loans"),
        ("deposits", Balance, "total deposits|customer deposits|deposit balances|deposits from customers|deposits"),
        ("assets_under_management", Balance, "assets under management|aum|total assets under management"),
        ("total_assets", Balance, "total assets"),
        ("return_on_equity", Ratio, "return on equity|return on average equity|return on common equity|return on average common equity|roe"),
        ("return_on_tangible_equity", Ratio, "return on tangible equity|return on tangible common equity|return on average tangible common equity|rote|rotce"),
        ("return_on_assets", Ratio, "return on assets|return on average assets|roa"),
        ("return_on_invested_capital", Ratio, "return on invested capital|roic"),
        ("return_on_capital_employed", Ratio, "return on capital employed|roce"),
        ("cost_to_income_ratio", Ratio, "cost to income ratio|cost income ratio|cost / income ratio|cost to income|cost income"),
        ("efficiency_ratio", Ratio, "efficiency ratio"),
        ("capital_ratio", Ratio, "cet 1|cet1|common equity tier 1|common equity tier one|cet 1 ratio|cet1 ratio|common equity tier 1 ratio|common equity tier 1 capital ratio|common equity tier one ratio|cet 1 capital ratio|cet1 capital ratio"),
        ("kpi.liquidity_coverage_ratio", Ratio, "liquidity coverage ratio|lcr|average lcr"),
        ("kpi.provision_coverage_ratio", Ratio, "provision coverage ratio|provisioning coverage ratio|pcr|provision coverage|npl coverage ratio|npl coverage"),
        ("kpi.capital_adequacy_ratio", Ratio, "capital adequacy ratio|capital adequacy|crar|total capital ratio|total capital adequacy ratio"),
        ("kpi.cost_of_credit", Ratio, "cost of risk|credit cost ratio|total credit cost ratio|credit cost"),
        ("non_performing_loan_ratio", Ratio, "npl ratio|non performing loan ratio|nonperforming loan ratio|non performing loans ratio|npe ratio"),
        ("gross_npa_ratio", Ratio, "gross npa|gross npas|gnpa|gnpa ratio|gross npa ratio|gross non performing asset|gross non performing assets|gross non performing assets ratio"),
        ("net_npa_ratio", Ratio, "net npa|net npas|nnpa|nnpa ratio|net npa ratio|net non performing asset|net non performing assets|net non performing assets ratio"),
        ("premiums_written", Flow, "gross written premium|gross premiums written|gross written premiums|written premium|premiums written"),
        ("net_premiums_written", Flow, "net written premium|net premiums written"),
        ("premiums_earned", Flow, "premiums earned|earned premium|net premiums earned|net earned premium"),
        ("combined_ratio", Ratio, "combined ratio"),
        ("loss_ratio", Ratio, "loss ratio"),
        ("expense_ratio", Ratio, "expense ratio"),

        // costs and prices that companies of any trade state
        ("cost.restructuring", Flow, "restructuring charge|restructuring expense|restructuring cost|restructuring and severance cost|severance expense|severance cost"),
        ("kpi.average_selling_price", LineNature.Price, "average selling price|average sales price|average unit price|asp"),
        ("kpi.average_order_value", LineNature.Price, "average order value|aov"),
        ("kpi.revpar", LineNature.Price, "revpar|revenue per available room"),
        ("kpi.average_daily_rate", LineNature.Price, "average daily rate|adr"),
        ("kpi.arpu", LineNature.Price, "arpu|average revenue per user|average revenue per subscriber"),

        // what is no line of a model, so that its numbers are not given to the line before it
        ("", None, "deferred revenue|unearned revenue|revenue deferral|interest earning asset|earning asset|average earning asset|interest income|cash tax|cash tax payment|cash interest|cash rent|cash collection|cash charge|cash cost|cash payment|cash consideration|cash return|stock price|share price|market value|market capitalization|market cap|enterprise value|market size|market share|price target|headcount|employee|compound annual growth rate|compounded annual growth rate|cagr|profit growth|market|price cut|price reduction|discount|price to operating cash flow ratio|adoption rate|utilization rate|operating cash flow ratio|working capital|exchange rate|interest rate|penetration rate|retention rate|response rate|share repurchase program|repurchase program|share repurchase authorization|credit line|loan facility|term loan|investment plan|trailing twelve month revenue|customer|revenue contribution|cost structure|break even|breakeven"),
    ];

    /// <summary>The names of a result a share: "diluted net loss per ADS". Without a word for it, it is the diluted one.</summary>
    public static IEnumerable<(string Name, Term Term)> PerShareNames()
    {
        foreach (string result in "earnings|profit|income|net income|net profit|net earnings|-loss|-net loss".Split('|'))
        {
            foreach (string share in "share|common share|ordinary share|ads|adr|american depositary share|american depositary receipt".Split('|'))
            {
                foreach ((string before, string behind, string key) in new[] { ("", "", "eps"), ("diluted ", "", "eps"), ("basic and diluted ", "", "eps"), ("", "diluted ", "eps"), ("", "fully diluted ", "eps"), ("basic ", "", "eps_basic"), ("", "basic ", "eps_basic") })
                {
                    yield return ($"{before}{result.TrimStart('-')} per {behind}{share}", new Term(key, PerShare, result[0] == '-'));
                }
            }
        }
    }

    /// <summary>Names that speech recognition makes of others; reading them so is a doubt.</summary>
    public static readonly IReadOnlyDictionary<string, string> Misheard = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["lost from operations"] = "loss from operations",
        ["lost from operation"] = "loss from operations",
        ["lost from operational"] = "loss from operations",
        ["growth profit"] = "gross profit",
        ["stock profit"] = "gross profit",
        ["growth margin"] = "gross margin",
        ["growth profit margin"] = "gross margin",
    };

    /// <summary>The margin that a percentage of a profit means: "EBITDA was negative 6%".</summary>
    public static string? MarginOf(string key) => OfPart(key, MarginOf) ?? key switch
    {
        "gross_profit" => "gross_margin",
        "operating_income" => "operating_margin",
        "ebitda" => "ebitda_margin",
        "ebit" => "ebit_margin",
        "pretax_income" => "pretax_margin",
        "net_income" => "net_margin",
        _ => null,
    };

    /// <summary>The profit that money said of a margin means.</summary>
    public static string? ProfitOf(string key) => OfPart(key, ProfitOf) ?? key switch
    {
        "gross_margin" => "gross_profit",
        "operating_margin" => "operating_income",
        "ebitda_margin" => "ebitda",
        "ebit_margin" => "ebit",
        "pretax_margin" => "pretax_income",
        "net_margin" => "net_income",
        _ => null,
    };

    // the margin of a part is that of its profit
    private static string? OfPart(string key, Func<string, string?> of) =>
        key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && of(key[..dot]) is { } whole ? whole + key[dot..] : null;

    /// <summary>True for results that companies state of their parts as well.</summary>
    public static bool IsProfitOrMargin(string key) => key is "operating_income" or "operating_margin" or "gross_profit" or "gross_margin" or "ebitda" or "ebitda_margin" or "ebit" or "ebit_margin";

    /// <summary>The nature of a key, company lines included.</summary>
    public static LineNature NatureOf(string key)
    {
        foreach ((string name, LineNature nature, _) in Table)
        {
            if (name == key)
            {
                return nature;
            }
        }

        return key switch
        {
            _ when key.StartsWith("share_of_", StringComparison.Ordinal) || key.Contains("_margin", StringComparison.Ordinal) => LineNature.Ratio,
            _ when key.StartsWith("same_store_sales", StringComparison.Ordinal) => LineNature.Growth,
            _ => LineNature.Flow,
        };
    }

    /// <summary>True for costs and expenses, of which "improved" means fell.</summary>
    public static bool IsCost(string key) =>
        key.StartsWith("cost.", StringComparison.Ordinal) || key.Contains("administrative", StringComparison.Ordinal)
        || key is "opex" or "research_development" or "sales_marketing" or "interest_expense" or "tax_expense";

    /// <summary>True for what is better where it is lower: costs, and the ratios of costs and losses.</summary>
    public static bool IsBetterLower(string key) =>
        IsCost(key) || key.Contains("administrative", StringComparison.Ordinal)
        || key is "provision_for_credit_losses" or "net_charge_offs" or "non_interest_expense" or "combined_ratio" or "loss_ratio" or "expense_ratio" or "efficiency_ratio" or "cost_to_income_ratio" or "non_performing_loan_ratio" or "gross_npa_ratio" or "net_npa_ratio" || key.EndsWith("operating_ratio", StringComparison.Ordinal);
}
