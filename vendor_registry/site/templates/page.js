(()=>{"use strict";
// Links that were followed hold together, for one engagement of a vendor, and stand in the address.
const all=document.getElementById("all"),links=[...document.querySelectorAll(".filters a[id]:not(#all)")];
const rows=[...document.querySelectorAll("li[data-zone]")],groups=[...document.querySelectorAll(".group")];
const told=document.createElement("output");
if(!all)return;
all.after(" ",told);
const asks=id=>id==="no-condition"?["condition","-"]:[id.slice(0,id.indexOf("-")),id.slice(id.indexOf("-")+1)];
const kinds=["product","zone","condition","place"];
const parts=({dataset})=>dataset.rows?dataset.rows.split("|").map(one=>one.split(";")):[kinds.map(kind=>dataset[kind]??"")];
const fits=(part,wanted)=>kinds.every((kind,at)=>!wanted[kind]||wanted[kind].some(key=>part[at].split(" ").includes(key)));
const show=()=>{
const said=location.hash.slice(1).split("&"),ids=links.map(one=>one.id).filter(id=>said.includes(id)),wanted={};
for(const[kind,key]of ids.map(asks))(wanted[kind]??=[]).push(key);
for(const row of rows)row.hidden=!parts(row).some(part=>fits(part,wanted));
for(const one of groups)one.hidden=ids.length>0&&!one.querySelector("li[data-zone]:not([hidden])");
for(const link of links){
const on=ids.includes(link.id);
link.href="#"+(links.filter(one=>one===link?!on:ids.includes(one.id)).map(one=>one.id).join("&")||"all");
on?link.setAttribute("aria-current","true"):link.removeAttribute("aria-current");
}
told.textContent=ids.length?rows.filter(row=>!row.hidden).length+" / "+rows.length:"";
};
addEventListener("hashchange",show);
show();
})();
